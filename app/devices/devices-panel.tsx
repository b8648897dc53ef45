import { Plus } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { Button } from '../ui/button.tsx'
import { onDemand } from '../ui/on-demand.ts'
import { asOfWords } from '../words/devices/device-status.ts'
import { DeviceRow } from './device-row.tsx'
import { ThisDevice } from './this-device.tsx'

const AddDeviceDialog = onDemand(() => import('./invitation/add-device-dialog.tsx'))
const AccountDialog = onDemand(() => import('../account/account-dialog.tsx'))

const pickDevices = ({ devices, deviceId, devicesAsOf }: DeviceState) => ({ devices, deviceId, devicesAsOf })

interface DevicesPanelProps {
  device: TabDevice
}

/** Lists the devices of this inbox, this one first. */
export default function DevicesPanel({ device }: DevicesPanelProps) {
  const [open, setOpen] = useState<'adding' | 'account' | null>(null)
  const [addButton, accountButton] = [useRef<HTMLButtonElement>(null), useRef<HTMLButtonElement>(null)]
  const close = () => setOpen(null)
  const { devices, deviceId, devicesAsOf } = useDeviceState(device, pickDevices)
  const now = useNow(60_000)
  const others = devices.filter((it) => it.deviceId !== deviceId)

  return (
    <div data-focus-home className="flex min-h-0 flex-1 flex-col">
      <div className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-3 pb-3">
        <ThisDevice device={device} />
        <div className="numeric flex items-baseline justify-between gap-2 px-3 pt-6 pb-1.5 text-xs text-faint">
          <h2 className="font-medium">
            {others.length > 0 || devicesAsOf.state === 'unknown' ? 'Other devices' : 'No other devices yet'}
          </h2>
          <span>{asOfWords(devicesAsOf, now)}</span>
        </div>
        <ul data-focus-home className="space-y-0.5">
          {others.map((info) => (
            <DeviceRow key={info.deviceId} device={device} info={info} />
          ))}
        </ul>
      </div>
      <div className="px-3 pt-1 pb-[max(1.250rem,env(safe-area-inset-bottom))]">
        <Button
          ref={addButton}
          className="w-full"
          aria-haspopup="dialog"
          {...AddDeviceDialog.onIntent}
          onClick={() => setOpen('adding')}
        >
          <Plus className="size-4" aria-hidden="true" />
          Add a device
        </Button>
        <Button
          ref={accountButton}
          look="quiet"
          className="mt-1.5 w-full"
          aria-haspopup="dialog"
          {...AccountDialog.onIntent}
          onClick={() => setOpen('account')}
        >
          Account
        </Button>
      </div>
      <Suspense>
        {open === 'adding' ? (
          <AddDeviceDialog device={device} devices={devices} returnTo={addButton} onClose={close} />
        ) : null}
        {open === 'account' ? <AccountDialog device={device} returnTo={accountButton} onClose={close} /> : null}
      </Suspense>
    </div>
  )
}
