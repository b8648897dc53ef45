import { Dialog } from '@base-ui/react/dialog'
import type { RefObject } from 'react'
import type { Browser, TabDevice } from '../../lib/browser/browser.ts'
import { AccountForm } from '../entry/account-form.tsx'
import { backdrop, centred } from '../ui/dialog-classes.ts'
import { status as english } from '../words/en/general/status.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('status', english)

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
          <Dialog.Title className="text-lg font-semibold tracking-[-0.012em]">{say.signInAgain}</Dialog.Title>
          <Dialog.Description className="mt-1.5 mb-5 text-sm text-soft">{say.thenGoesOn(name)}</Dialog.Description>
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
