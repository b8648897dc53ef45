import { Dialog } from '@base-ui/react/dialog'
import type { RefObject } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { AccountForm } from '../entry/account-form.tsx'
import { backdrop, centred } from '../ui/dialog-classes.ts'

interface SignInDialogProps {
  browser: Browser
  /** The device keeps this name. */
  name: string
  returnTo: RefObject<HTMLElement | null>
  onDevice: (device: TabDevice) => void
  onClose: () => void
}

export default function SignInDialog({ browser, name, returnTo, onDevice, onClose }: SignInDialogProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup className={centred} finalFocus={returnTo}>
          <Dialog.Title className="text-lg font-semibold tracking-[-0.012em]">Sign in again</Dialog.Title>
          <Dialog.Description className="mt-1.5 mb-5 text-sm text-soft">
            “{name}” then goes on as before, and sends what waits here.
          </Dialog.Description>
          <AccountForm
            purpose="signIn"
            onSubmit={async (account) => {
              await browser.signIn(account)
              onDevice(await browser.createDevice(name))
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
