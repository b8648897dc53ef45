import { Dialog } from '@base-ui/react/dialog'
import { type RefObject, useEffect, useState } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import { useDeviceState } from '../../hooks/use-device-state.ts'
import { hashOf } from '../../navigation/view.ts'
import { Button } from '../../ui/button.tsx'
import { backdrop, centred, dialogEnd, dialogLead, dialogTitle } from '../../ui/dialog-classes.ts'
import { dialogs as dialogsEnglish } from '../../words/en/general/dialogs.ts'
import { subject } from '../../words/language/catalog.ts'
import { glyphOf } from '../tile/device-glyph.ts'
import { Tile } from '../tile/tile.tsx'
import { AdmitDevice } from './admit-device.tsx'
import { NewCode } from './new-code.tsx'
import { OpenInvitation } from './open-invitation.tsx'
import { TwoBirds } from './two-birds.tsx'
import { useInvitation } from './use-invitation.ts'

const dialogs = subject('dialogs', dialogsEnglish)

interface AddDeviceDialogProps {
  device: TabDevice
  devices: readonly DeviceInfo[]
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

export default function AddDeviceDialog({ device, devices, returnTo, onClose }: AddDeviceDialogProps) {
  const { shown, renew, decide } = useInvitation(device)
  const selfId = useDeviceState(device, (it) => it.deviceId)
  const [before] = useState(() => new Set(devices.map((it) => it.deviceId)))
  const joined = shown.state === 'admitted' ? devices.find((it) => !before.has(it.deviceId)) : undefined
  const joinedId = joined?.deviceId
  // The person reads it here, so the inbox below need not say it again.
  useEffect(() => {
    if (joinedId !== undefined) device.seeJoined([joinedId]).catch(() => {})
  }, [device, joinedId])
  const { title, lead } = wordsOf(shown.state, joined?.name ?? ('claim' in shown ? shown.claim.name : ''), joined)

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop forceRender className={backdrop} />
        <Dialog.Popup className={centred} finalFocus={returnTo}>
          {joined ? (
            <TwoBirds ids={[selfId, joined.deviceId]} />
          ) : shown.state === 'claimed' ? (
            <Tile
              glyph={glyphOf({ name: shown.claim.name, platform: '' }, 0)}
              colour={undefined}
              size={48}
              className="mb-4"
            />
          ) : null}
          <Dialog.Title className={dialogTitle}>{title}</Dialog.Title>
          <Dialog.Description className={dialogLead}>{lead}</Dialog.Description>
          <div className="mt-4" aria-live="polite">
            {joined ? null : shown.state === 'open' ? (
              <OpenInvitation {...shown} device={device} onRenew={renew} />
            ) : shown.state === 'claimed' ? (
              <AdmitDevice claim={shown.claim} onDecide={(accept) => decide(shown.claim, accept)} />
            ) : shown.state === 'refused' || shown.state === 'turnedAway' ? (
              <NewCode problem={shown.state === 'refused' ? shown.problem : null} onRenew={renew} />
            ) : (
              <p className="grid h-48 animate-appear place-items-center text-sm text-faint">
                {shown.state === 'asking' ? dialogs.askingForCode : dialogs.waitingForIt}
              </p>
            )}
          </div>
          {shown.state === 'claimed' ? (
            <Dialog.Close className="quiet-link mt-3 text-sm">{dialogs.cancel}</Dialog.Close>
          ) : joined ? (
            <div className={dialogEnd}>
              <Button
                onClick={() => {
                  location.hash = hashOf({ kind: 'device', deviceId: joined.deviceId })
                  onClose()
                }}
              >
                {dialogs.sendItSomething}
              </Button>
              <Dialog.Close render={<Button look="primary" />}>{dialogs.done}</Dialog.Close>
            </div>
          ) : (
            <div className={dialogEnd}>
              <Dialog.Close render={<Button />}>
                {shown.state === 'admitted' || shown.state === 'turnedAway' ? dialogs.done : dialogs.cancel}
              </Dialog.Close>
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type State = ReturnType<typeof useInvitation>['shown']['state']

function wordsOf(state: State, name: string, joined: DeviceInfo | undefined): { title: string; lead: string } {
  if (joined) return { title: dialogs.hasJoined(name), lead: dialogs.hasJoinedMeans }
  if (state === 'claimed') return { title: dialogs.wantsToJoin(name), lead: dialogs.wantsToJoinMeans }
  if (state === 'admitted') return { title: dialogs.mayJoin(name), lead: dialogs.mayJoinMeans }
  if (state === 'turnedAway') return { title: dialogs.wasRefused(name), lead: dialogs.wasRefusedMeans }
  return { title: dialogs.addDevice, lead: dialogs.addDeviceMeans }
}
