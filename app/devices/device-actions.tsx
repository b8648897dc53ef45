import { Ellipsis } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { onDemand } from '../ui/on-demand.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'
import { RenameField } from './rename-field-on-demand.ts'

const say = subject('navigation', english)

const DeviceMenu = onDemand(() => import('./device-menu.tsx'))
const RemoveDialog = onDemand(() => import('./remove-dialog.tsx'))

interface DeviceActionsProps {
  device: TabDevice
  /** The device that the actions are about, another one than `device`. */
  deviceId: string
  name: string
  autoFocus: boolean
  onRename: () => void
}

export function DeviceActions({ device, deviceId, name, autoFocus, onRename }: DeviceActionsProps) {
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
        label={say.moreAbout(name)}
        autoFocus={autoFocus}
        aria-haspopup="menu"
        aria-expanded={open === 'menu'}
        {...DeviceMenu.onIntent}
        onClick={() => {
          setOpen(open === 'menu' ? null : 'menu')
          RemoveDialog.preload()
          RenameField.preload()
        }}
      />
      <Suspense>
        {open === 'menu' ? (
          <DeviceMenu
            anchor={button}
            name={name}
            onRename={onRename}
            onRemove={() => setOpen('remove')}
            onClose={closeMenu}
          />
        ) : null}
        {open === 'remove' ? <RemoveDialog {...{ device, deviceId, name }} returnTo={button} onClose={close} /> : null}
      </Suspense>
    </>
  )
}
