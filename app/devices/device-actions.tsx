import { Ellipsis } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { onDemand } from '../ui/on-demand.ts'

const DeviceMenu = onDemand(() => import('./device-menu.tsx'))
const RemoveDialog = onDemand(() => import('./remove-dialog.tsx'))

interface DeviceActionsProps {
  name: string
  isThis: boolean
  autoFocus: boolean
  onRename: () => void
  onRemove: () => Promise<void>
}

export function DeviceActions({ name, isThis, autoFocus, onRename, onRemove }: DeviceActionsProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<'menu' | 'remove' | null>(null)
  const close = () => setOpen(null)
  // A choice in the menu may open the dialog before the menu closes, so closing must not undo that.
  const closeMenu = () => setOpen((now) => (now === 'menu' ? null : now))

  return (
    <>
      <IconButton
        ref={button}
        icon={Ellipsis}
        label={`More about ${name}`}
        autoFocus={autoFocus}
        aria-haspopup="menu"
        aria-expanded={open === 'menu'}
        {...DeviceMenu.onIntent}
        onClick={() => {
          setOpen(open === 'menu' ? null : 'menu')
          RemoveDialog.preload()
        }}
      />
      <Suspense>
        {open === 'menu' ? (
          <DeviceMenu anchor={button} onRename={onRename} onRemove={() => setOpen('remove')} onClose={closeMenu} />
        ) : null}
        {open === 'remove' ? (
          <RemoveDialog name={name} isThis={isThis} returnTo={button} onRemove={onRemove} onClose={close} />
        ) : null}
      </Suspense>
    </>
  )
}
