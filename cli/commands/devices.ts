import { accountDevices, knownDevices } from '../../lib/node/account-devices.ts'
import { chosenDevice, type Place } from '../chosen-device.ts'
import { WAITS } from '../exit-codes.ts'
import { harmless } from '../lines.ts'
import { print, printJson, say } from '../say.ts'

export interface DevicesOptions extends Place {
  json?: boolean
  names?: boolean
  timeout: number
}

export async function devices(options: DevicesOptions): Promise<void> {
  const { directory, device } = await chosenDevice(options)
  if (options.names) {
    for (const it of await knownDevices(directory, device)) await print(it.name)
    return
  }
  const list = await accountDevices(directory, device, AbortSignal.timeout(options.timeout * 1_000))
  if (list.old) {
    say('no answer from the server: this is what the device knew before')
    process.exitCode = WAITS
  }
  for (const it of list.devices) {
    const { deviceId: id, name, online, lastSeen, lastReceivedVersion } = it
    const self = id === device.deviceId
    if (options.json) await printJson({ id, name, self, online, lastSeen, lastReceivedVersion })
    else await print(`${harmless(name)}\t${self ? 'this device' : online ? 'online' : `seen ${dateOf(lastSeen)}`}`)
  }
}

const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ')
