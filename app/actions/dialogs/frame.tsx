import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { backdrop, centred } from '../../ui/dialog-classes.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { actions as english } from '../../words/en/inbox/actions.ts'
import { subject } from '../../words/language/catalog.ts'
import { returnFocusTo } from '../articles.ts'

const say = subject('actions', english)

interface FrameProps {
  /** The message that it is about takes the focus back. */
  id: string
  title: string
  children: ReactNode
  onClose: () => void
}

export function Frame({ id, title, children, onClose }: FrameProps) {
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop forceRender className={backdrop} />
        <Dialog.Popup className={centred} finalFocus={() => returnFocusTo(id)}>
          <div className="flex items-start justify-between gap-3">
            <Dialog.Title className="text-lg font-semibold tracking-[-0.012em]">{title}</Dialog.Title>
            <Dialog.Close render={<IconButton icon={X} label={say.close} className="-me-2 -mt-1.5" />} />
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
