import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type RefObject, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useAction } from '../hooks/use-action.ts'
import { PasskeyButton } from '../settings/account/passkey-button.tsx'
import { OwnPassword } from '../settings/account/password-fields.tsx'
import { useOwnAccount } from '../settings/account/use-own-account.ts'
import { withSignIn } from '../settings/account/with-sign-in.ts'
import { Button } from '../ui/button.tsx'
import { backdrop, centred, dialogEnd, dialogLead, dialogTitle } from '../ui/dialog-classes.ts'
import { Problem } from '../ui/problem.tsx'
import { dialogs as dialogsEnglish } from '../words/en/general/dialogs.ts'
import { subject } from '../words/language/catalog.ts'

const dialogs = subject('dialogs', dialogsEnglish)

interface RemoveDialogProps {
  device: TabDevice
  /** The device to remove, another one than this. */
  deviceId: string
  name: string
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

/** Removes another device. It asks for the password: a thief who holds this one unlocked would begin with the others. */
export default function RemoveDialog({ device, deviceId, name, returnTo, onClose }: RemoveDialogProps) {
  const [password, setPassword] = useState('')
  const { email } = useOwnAccount(device)
  const { run, busy, problem } = useAction(async (how: { password: string } | 'passkey') => {
    await withSignIn(device, how, (account) => account.removeDevice(deviceId))
    onClose()
  })

  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop forceRender className={backdrop} />
        <AlertDialog.Popup className={centred} finalFocus={returnTo}>
          <AlertDialog.Title className={dialogTitle}>{dialogs.remove(name)}</AlertDialog.Title>
          <AlertDialog.Description className={dialogLead}>{dialogs.removeMeans}</AlertDialog.Description>
          <form
            className="mt-5 space-y-4"
            onSubmit={(event) => {
              event.preventDefault()
              void run({ password })
            }}
          >
            <OwnPassword email={email} value={password} onChange={setPassword} autoFocus />
            <Problem>{problem}</Problem>
            <PasskeyButton busy={busy} onUse={() => void run('passkey')}>
              {dialogs.usePasskey}
            </PasskeyButton>
            <div className={dialogEnd}>
              <Button onClick={onClose}>{dialogs.keepIt}</Button>
              <Button type="submit" look="danger" busy={busy}>
                {dialogs.removeNow}
              </Button>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
