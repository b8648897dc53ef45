import { Dialog } from '@base-ui/react/dialog'
import { Check } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import { Button } from '../../ui/button.tsx'
import { backdrop, centred } from '../../ui/dialog-classes.ts'
import { AdmitDevice } from './admit-device.tsx'
import { NewCode } from './new-code.tsx'
import { OpenInvitation } from './open-invitation.tsx'
import { useInvitation } from './use-invitation.ts'

interface AddDeviceDialogProps {
  device: TabDevice
  devices: readonly DeviceInfo[]
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

export default function AddDeviceDialog({ device, devices, returnTo, onClose }: AddDeviceDialogProps) {
  const { shown, renew, decide } = useInvitation(device)
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
          <Dialog.Title className="text-lg font-semibold tracking-[-0.012em] wrap-anywhere">{title}</Dialog.Title>
          <Dialog.Description className="mt-1.5 text-sm text-soft">{lead}</Dialog.Description>
          <div className="mt-5" aria-live="polite">
            {joined ? (
              <Check className="mx-auto my-4 size-12 rounded-full bg-own p-2.5 text-accent" aria-hidden="true" />
            ) : shown.state === 'open' ? (
              <OpenInvitation {...shown} onRenew={renew} />
            ) : shown.state === 'claimed' ? (
              <AdmitDevice claim={shown.claim} onDecide={(accept) => decide(shown.claim, accept)} />
            ) : shown.state === 'refused' || shown.state === 'turnedAway' ? (
              <NewCode problem={shown.state === 'refused' ? shown.problem : null} onRenew={renew} />
            ) : (
              <p className="grid h-48 animate-appear place-items-center text-sm text-faint">
                {shown.state === 'asking' ? 'Asking the server for a code' : 'Waiting for it to come in'}
              </p>
            )}
          </div>
          <div className="mt-5 flex justify-end">
            <Dialog.Close render={<Button look={joined ? 'primary' : 'plain'} />}>
              {shown.state === 'admitted' || shown.state === 'turnedAway' ? 'Done' : 'Cancel'}
            </Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type State = ReturnType<typeof useInvitation>['shown']['state']

function wordsOf(state: State, name: string, joined: DeviceInfo | undefined): { title: string; lead: string } {
  if (joined) return { title: `“${name}” has joined`, lead: 'It is fetching your messages now.' }
  if (state === 'claimed') {
    return {
      title: `“${name}” wants to join`,
      lead: 'It will read everything in your inbox and can write to it.',
    }
  }
  if (state === 'admitted') return { title: `“${name}” may join`, lead: 'It appears in your devices in a moment.' }
  if (state === 'turnedAway') return { title: `“${name}” was refused`, lead: 'It has read nothing of yours.' }
  return { title: 'Add a device', lead: 'Scan this with the other device, or open the link there.' }
}
