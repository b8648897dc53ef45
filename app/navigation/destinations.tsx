import type { TabDevice } from '../../lib/browser/browser.ts'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { deviceOf } from '../../lib/core/timeline/filter.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useNow } from '../hooks/use-now.ts'
import { asOfWords } from '../words/devices/device-status.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'
import { AddDevice } from './add-device.tsx'
import { AllItem } from './all-item.tsx'
import { DeviceItem } from './device-item.tsx'
import { PinnedItem } from './pinned-item.tsx'
import { useView } from './use-view.ts'

const say = subject('navigation', english)

const pickDevices = ({ devices, deviceId, devicesAsOf }: DeviceState) => ({ devices, deviceId, devicesAsOf })

interface DestinationsProps {
  device: TabDevice
  /** The person has gone somewhere. */
  onChoose?: () => void
}

/** Lists where a person can go: everything, and each other device. */
export default function Destinations({ device, onChoose }: DestinationsProps) {
  const { devices, deviceId, devicesAsOf } = useDeviceState(device, pickDevices)
  const now = useNow(60_000)
  const view = useView()
  const others = devices.filter((it) => it.deviceId !== deviceId)
  return (
    <>
      <ul>
        <li>
          <AllItem device={device} chosen={view === null} onChoose={onChoose} />
        </li>
        <PinnedItem device={device} chosen={view?.kind === 'pinned'} onChoose={onChoose} />
      </ul>
      {others.length > 0 ? (
        <h2 className="nav-heading">
          {say.devices}
          <span className="numeric font-normal">{asOfWords(devicesAsOf, now)}</span>
        </h2>
      ) : null}
      <ul data-focus-home>
        {others.map((info) => (
          <li key={info.deviceId} data-device-id={info.deviceId}>
            <DeviceItem {...{ device, info, onChoose }} chosen={deviceOf(view) === info.deviceId} />
          </li>
        ))}
        <li>
          <AddDevice device={device} devices={devices} />
        </li>
      </ul>
    </>
  )
}
