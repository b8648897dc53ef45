import type { TabDevice } from '../../lib/browser/browser.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import type { View } from '../navigation/view.ts'
import { namesOf } from '../words/devices/device-names.ts'
import { navigation as english } from '../words/en/devices/navigation.ts'
import { subject } from '../words/language/catalog.ts'

const say = subject('navigation', english)

/** The name of what is chosen. A removed device keeps its name, and says that it is removed. */
export function useTitle(device: TabDevice, view: View): string {
  return useDeviceState(device, ({ devices, former, devicesAsOf }) => {
    if (view === null) return say.allDevices
    if (view.kind === 'pinned') return say.pinned
    const name = namesOf({ devices, former })(view.deviceId)
    const isHere = devicesAsOf.state === 'unknown' || devices.some((it) => it.deviceId === view.deviceId)
    return isHere ? name : say.removedNamed(name)
  })
}
