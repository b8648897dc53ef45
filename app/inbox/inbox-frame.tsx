import type { ReactNode } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'

const pickPlace = ({ connection, cursor, head }: DeviceState) => ({ connection: connection.state, cursor, head })

/** Shows tests where the device stands. React draws it for every message, but not the inbox inside. */
export function InboxFrame({ device, children }: { device: TabDevice; children: ReactNode }) {
  const { connection, cursor, head } = useDeviceState(device, pickPlace)
  return (
    <div
      data-testid="inbox"
      data-connection={connection}
      data-cursor={cursor}
      data-head={head}
      className="flex h-dvh overflow-hidden pl-[env(safe-area-inset-left)] pr-[env(safe-area-inset-right)]"
    >
      {children}
    </div>
  )
}
