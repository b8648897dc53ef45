import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type RefObject, useRef } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { Button } from '../ui/button.tsx'
import { backdrop, centred, dialogEnd, dialogLead, dialogTitle } from '../ui/dialog-classes.ts'
import { Problem } from '../ui/problem.tsx'
import { dialogs as dialogsEnglish } from '../words/en/general/dialogs.ts'
import { subject } from '../words/language/catalog.ts'
import { sendAll, waitingIn } from './send-all.ts'
import { signedOutHere } from './signed-out-here.ts'

const dialogs = subject('dialogs', dialogsEnglish)

interface SignOutDialogProps {
  device: TabDevice
  deviceId: string
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

/**
 * This device leaves the account. It needs no password: it gives away nothing but its own copy. While messages wait here,
 * sending them comes first.
 */
export default function SignOutDialog({ device, deviceId, returnTo, onClose }: SignOutDialogProps) {
  const stay = useRef<HTMLButtonElement>(null)
  const waiting = useDeviceState(device, waitingIn)
  const leave = useAction(async () => {
    signedOutHere.add(deviceId)
    await device.revoke(deviceId)
    onClose()
  })
  const send = useAction(() => sendAll(device))
  const unsent = send.problem === null ? null : dialogs.couldNotSend

  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className={backdrop} />
        <AlertDialog.Popup className={centred} initialFocus={stay} finalFocus={returnTo}>
          <AlertDialog.Title className={dialogTitle}>{dialogs.signOut}</AlertDialog.Title>
          <AlertDialog.Description className={dialogLead}>
            {dialogs.signOutMeans} {waiting > 0 ? dialogs.wouldBeLost(waiting) : ''}
          </AlertDialog.Description>
          <div className="mt-4 empty:hidden">
            <Problem>{leave.problem ?? (waiting > 0 ? unsent : null)}</Problem>
          </div>
          {waiting > 0 ? (
            <div className={dialogEnd}>
              <Button look="danger" busy={leave.busy} onClick={() => void leave.run()}>
                {dialogs.signOutNow}
              </Button>
              <Button ref={stay} look="primary" busy={send.busy} onClick={() => void send.run()}>
                {send.busy ? dialogs.sending : dialogs.sendFirst}
              </Button>
            </div>
          ) : (
            <div className={dialogEnd}>
              <Button ref={stay} onClick={onClose}>
                {dialogs.stay}
              </Button>
              <Button look="danger" busy={leave.busy} onClick={() => void leave.run()}>
                {dialogs.signOutNow}
              </Button>
            </div>
          )}
          {waiting > 0 ? (
            <button type="button" className="quiet-link mt-3 text-sm" onClick={onClose}>
              {dialogs.stay}
            </button>
          ) : null}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
