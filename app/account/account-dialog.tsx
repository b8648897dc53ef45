import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type RefObject, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { browserName } from '../../lib/browser/browser-name.ts'
import { backdrop, centred } from '../ui/dialog-classes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Problem } from '../ui/problem.tsx'
import { Activity } from './activity.tsx'
import { Bin } from './bin.tsx'
import { ChangePassword } from './change-password.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import { DeleteAccount } from './delete-account.tsx'
import { Passkeys } from './passkeys.tsx'
import { SignIns } from './sign-ins.tsx'
import { useOwnAccount } from './use-own-account.ts'

interface AccountDialogProps {
  device: TabDevice
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The account of this inbox. It opens with the password, and signs out again when it is closed. */
export default function AccountDialog({ device, returnTo, onClose }: AccountDialogProps) {
  const { account, email, problem } = useOwnAccount(device)
  const [confirmed, setConfirmed] = useState(false)

  function close() {
    if (confirmed) account?.signOut().catch(() => {})
    onClose()
  }
  /** The old sign-in ends first: its end would take the cookie of a new one along. */
  async function askAgain() {
    await account?.signOut().catch(() => {})
    setConfirmed(false)
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop forceRender className={backdrop} />
        <Dialog.Popup className={centred} finalFocus={returnTo}>
          <div className="flex items-start justify-between gap-2">
            <Dialog.Title className="text-lg font-semibold tracking-[-0.012em]">Account</Dialog.Title>
            <span className="-me-2 -mt-1.5">
              <Dialog.Close render={<IconButton icon={X} label="Close" />} />
            </span>
          </div>
          <Dialog.Description className="text-sm wrap-anywhere text-soft">
            {email ?? 'Asking the server for your account'}
          </Dialog.Description>
          <div className="mt-5 space-y-6">
            <Problem>{problem}</Problem>
            {account && email && !confirmed ? (
              <ConfirmPassword account={account} email={email} onConfirmed={() => setConfirmed(true)} />
            ) : null}
            {account && email && confirmed ? (
              <>
                <ChangePassword account={account} email={email} />
                <Passkeys account={account} here={browserName(navigator.userAgent)} onStale={askAgain} />
                <SignIns account={account} onStale={askAgain} />
                <Activity account={account} />
                <Bin device={device} account={account} />
                <DeleteAccount account={account} email={email} />
              </>
            ) : null}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
