import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type RefObject, useRef } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { Button } from '../ui/button.tsx'
import { backdrop, centred } from '../ui/dialog-classes.ts'
import { Problem } from '../ui/problem.tsx'
import { signedOutHere } from './signed-out-here.ts'

interface SignOutDialogProps {
  device: TabDevice
  deviceId: string
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

/** This device leaves the account. It needs no password: it gives away nothing but its own copy. */
export default function SignOutDialog({ device, deviceId, returnTo, onClose }: SignOutDialogProps) {
  const cancel = useRef<HTMLButtonElement>(null)
  const waiting = useDeviceState(device, (it) => it.outbox.filter((entry) => entry.status.state === 'waiting').length)
  const { run, busy, problem } = useAction(async () => {
    signedOutHere.add(deviceId)
    await device.revoke(deviceId)
    onClose()
  })

  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className={backdrop} />
        <AlertDialog.Popup className={centred} initialFocus={cancel} finalFocus={returnTo}>
          <AlertDialog.Title className="text-lg font-semibold tracking-[-0.012em]">Sign out?</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-soft">
            Removes what this device holds. Your other devices keep their messages. {waitingWords(waiting)}
          </AlertDialog.Description>
          <div className="mt-5 space-y-4">
            <Problem>{problem}</Problem>
            <div className="flex justify-end gap-2">
              <Button ref={cancel} onClick={onClose}>
                Stay
              </Button>
              <Button look="danger" busy={busy} onClick={() => void run()}>
                Sign out
              </Button>
            </div>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

function waitingWords(waiting: number): string {
  if (waiting === 0) return ''
  return waiting === 1
    ? '1 message waits to be sent and would be lost.'
    : `${waiting} messages wait to be sent and would be lost.`
}
