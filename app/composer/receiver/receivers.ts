import type { DeviceInfo } from '../../../lib/protocol/device.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { composer as english } from '../../words/en/inbox/composer.ts'
import { subject } from '../../words/language/catalog.ts'

const say = subject('composer', english)

export interface Receiver {
  id: string
  name: string
  /** Missing for all devices, and for a device that was removed. */
  device?: DeviceInfo
}

interface Source {
  chosen: string
  others: readonly DeviceInfo[]
  /** Receivers with a text that was not sent. */
  kept: readonly string[]
  /** Names removed devices, too. */
  nameOf: (deviceId: string) => string
}

/** Everything that a message can be for. A text for a removed device can be found here, and sent to another one. */
export function receiversOf({ chosen, others, kept, nameOf }: Source): Receiver[] {
  const isHere = (id: string) => id === ALL || others.some((it) => it.deviceId === id)
  const gone = [...new Set([chosen, ...kept])].filter((id) => !isHere(id))
  return [
    { id: ALL, name: say.allDevices },
    ...others.map((device) => ({ id: device.deviceId, name: device.name, device })),
    ...gone.map((id) => ({ id, name: say.removedNamed(nameOf(id)) })),
  ]
}
