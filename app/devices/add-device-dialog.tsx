import { Dialog } from '@base-ui/react/dialog'
import { Check } from 'lucide-react'
import { type RefObject, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { Button } from '../ui/button.tsx'
import { backdrop, centred } from '../ui/dialog-classes.ts'
import { Problem } from '../ui/problem.tsx'
import { OpenInvitation } from './open-invitation.tsx'
import { useInvitation } from './use-invitation.ts'

interface AddDeviceDialogProps {
  device: TabDevice
  devices: readonly DeviceInfo[]
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

export default function AddDeviceDialog({ device, devices, returnTo, onClose }: AddDeviceDialogProps) {
  const { invitation, renew } = useInvitation(device)
  const [before] = useState(() => new Set(devices.map((it) => it.deviceId)))
  const joined = devices.find((it) => !before.has(it.deviceId))

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop forceRender className={backdrop} />
        <Dialog.Popup className={centred} finalFocus={returnTo}>
          <Dialog.Title className="text-lg font-semibold tracking-[-0.012em]">
            {joined ? `“${joined.name}” has joined` : 'Add a device'}
          </Dialog.Title>
          <Dialog.Description className="mt-1.5 text-sm text-soft">
            {joined ? 'It is fetching your messages now.' : 'Scan this with the other device, or open the link there.'}
          </Dialog.Description>
          <div className="mt-5" aria-live="polite">
            {joined ? (
              <Check className="mx-auto my-4 size-12 rounded-full bg-own p-2.5 text-accent" aria-hidden="true" />
            ) : invitation.state === 'open' ? (
              <OpenInvitation {...invitation} />
            ) : invitation.state === 'asking' ? (
              <p className="grid h-48 animate-appear place-items-center text-sm text-faint">
                Asking the server for a code
              </p>
            ) : (
              <div className="space-y-4">
                {invitation.state === 'refused' ? (
                  <Problem>{invitation.problem}</Problem>
                ) : (
                  <p className="py-8 text-center text-sm text-soft">The code has expired.</p>
                )}
                <Button look="primary" className="w-full" onClick={renew}>
                  {invitation.state === 'refused' ? 'Try again' : 'New code'}
                </Button>
              </div>
            )}
          </div>
          <div className="mt-5 flex justify-end">
            <Dialog.Close render={<Button look={joined ? 'primary' : 'plain'} />}>Done</Dialog.Close>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
