import { Plus } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceInfo } from '../../lib/protocol/device.ts'
import { onDemand } from '../ui/on-demand.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('navigation', english)

const AddDeviceDialog = onDemand(() => import('../devices/invitation/add-device-dialog.tsx'))

interface AddDeviceProps {
  device: TabDevice
  devices: readonly DeviceInfo[]
}

export function AddDevice({ device, devices }: AddDeviceProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        className="nav-item nav-link nav-slim"
        {...AddDeviceDialog.onIntent}
        onClick={() => setOpen(true)}
      >
        <span className="nav-sign">
          <Plus aria-hidden="true" />
        </span>
        {say.addDevice}
      </button>
      <Suspense>
        {open ? <AddDeviceDialog {...{ device, devices }} returnTo={button} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  )
}
