import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'

const DeviceMenu = lazy(() => import('./device-menu.tsx'))
const RemoveDialog = lazy(() => import('./remove-dialog.tsx'))

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
  // The menu closes after what was chosen in it may have opened the next thing.
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
        onClick={() => setOpen(open === 'menu' ? null : 'menu')}
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
