import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type RefObject, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { PasskeyButton } from '../account/passkey-button.tsx'
import { OwnPassword } from '../account/password-fields.tsx'
import { useOwnAccount } from '../account/use-own-account.ts'
import { withSignIn } from '../account/with-sign-in.ts'
import { useAction } from '../hooks/use-action.ts'
import { Button } from '../ui/button.tsx'
import { backdrop, centred } from '../ui/dialog-classes.ts'
import { Problem } from '../ui/problem.tsx'

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
          <AlertDialog.Title className="text-lg font-semibold tracking-[-0.012em] wrap-anywhere">
            Remove “{name}”?
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-sm text-soft">
            It can do nothing more from now on, and deletes what it keeps the next time it connects. Messages it has
            sent stay in the inbox. All other sign-ins of your account end.
          </AlertDialog.Description>
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
              Use a passkey
            </PasskeyButton>
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>Keep it</Button>
              <Button type="submit" look="danger" busy={busy}>
                Remove
              </Button>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
