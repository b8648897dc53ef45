import type { ReactNode } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { DeviceProvider } from '../hooks/use-device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useSettingsSection } from './settings-address.ts'
import { SettingsDoor } from './settings-door.tsx'

/** The inbox stays as it is below the settings, out of reach for the keyboard and for a screen reader. */
export function BesideSettings({ device, children }: { device: TabDevice; children: ReactNode }) {
  const section = useSettingsSection()
  const removed = useDeviceState(device, (it) => it.connection.state === 'revoked')
  const open = section !== null && !removed
  return (
    <>
      <div className="contents" inert={open}>
        {children}
      </div>
      <DeviceProvider value={device}>
        <SettingsDoor device={device} section={open ? section : null} />
      </DeviceProvider>
    </>
  )
}
