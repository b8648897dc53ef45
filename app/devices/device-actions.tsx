import { Ellipsis } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { onDemand } from '../ui/on-demand.ts'
import { RenameField } from './rename-field-on-demand.ts'

const DeviceMenu = onDemand(() => import('./device-menu.tsx'))
const RemoveDialog = onDemand(() => import('./remove-dialog.tsx'))
const SignOutDialog = onDemand(() => import('./sign-out-dialog.tsx'))

interface DeviceActionsProps {
  device: TabDevice
  /** The device that the actions are about: `device` itself, or another one. */
  deviceId: string
  name: string
  isThis: boolean
  autoFocus: boolean
  onRename: () => void
}

export function DeviceActions({ device, deviceId, name, isThis, autoFocus, onRename }: DeviceActionsProps) {
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
          ;(isThis ? SignOutDialog : RemoveDialog).preload()
          RenameField.preload()
        }}
      />
      <Suspense>
        {open === 'menu' ? (
          <DeviceMenu
            anchor={button}
            isThis={isThis}
            onRename={onRename}
            onRemove={() => setOpen('remove')}
            onClose={closeMenu}
          />
        ) : null}
        {open === 'remove' && isThis ? (
          <SignOutDialog {...{ device, deviceId }} returnTo={button} onClose={close} />
        ) : null}
        {open === 'remove' && !isThis ? (
          <RemoveDialog {...{ device, deviceId, name }} returnTo={button} onClose={close} />
        ) : null}
      </Suspense>
    </>
  )
}
