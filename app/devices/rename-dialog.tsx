import { Dialog } from '@base-ui/react/dialog'
import type { RefObject } from 'react'
import { backdrop, centred } from '../ui/dialog-classes.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'
import RenameField from './rename-field.tsx'

const say = subject('navigation', english)

interface RenameDialogProps {
  name: string
  onRename: (name: string) => Promise<void>
  returnTo: RefObject<HTMLElement | null>
  onClose: () => void
}

/** Where there is no row to type in, on a small screen. */
export default function RenameDialog({ name, onRename, returnTo, onClose }: RenameDialogProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={backdrop} />
        <Dialog.Popup className={centred} finalFocus={returnTo}>
          <Dialog.Title className="mb-2 text-lg font-semibold tracking-[-0.012em]">{say.rename}</Dialog.Title>
          <RenameField name={name} onRename={onRename} onDone={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
