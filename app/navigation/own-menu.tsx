import { type RefObject, Suspense, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Check } from '../connection/use-check.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useMedia } from '../hooks/use-media.ts'
import { useShortcut } from '../keys/use-shortcut.ts'
import { openSettings } from '../settings/settings-address.ts'
import { onDemand } from '../ui/on-demand.ts'

const ThisDeviceMenu = onDemand(() => import('./this-device-menu.tsx'))
const SignOutDialog = onDemand(() => import('../devices/sign-out-dialog.tsx'))

export const preloadOwnMenu = ThisDeviceMenu.onIntent

interface OwnMenuProps {
  device: TabDevice
  check: Check
  /** The button that opens the menu, and gets the focus back. */
  anchor: RefObject<HTMLElement | null>
  open: boolean
  onRename: () => void
  onClose: () => void
}

/** The menu of this device, and what its rows open. */
export function OwnMenu({ device, check, anchor, open, onRename, onClose }: OwnMenuProps) {
  const [dialog, setDialog] = useState<'signOut' | null>(null)
  const wide = useMedia('(min-width: 52rem)')
  // A small screen begins with the list of sections.
  const settings = () => openSettings(wide ? 'account' : '', anchor.current)
  const deviceId = useDeviceState(device, (it) => it.deviceId)
  const shut = { returnTo: anchor, onClose: () => setDialog(null) }
  useShortcut('settings', settings)
  return (
    <Suspense>
      {open ? (
        <ThisDeviceMenu
          {...{ device, check, anchor, onClose }}
          onRename={onRename}
          onSettings={settings}
          onShortcuts={() => openSettings('keyboard', anchor.current)}
          onSignOut={() => setDialog('signOut')}
        />
      ) : null}
      {dialog === 'signOut' ? <SignOutDialog {...{ device, deviceId }} {...shut} /> : null}
    </Suspense>
  )
}
