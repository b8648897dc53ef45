import { DeviceError } from '../lib/client/device-error.ts'
import { accountDevices, knownDevices } from '../lib/node/account-devices.ts'
import type { StoredDevice } from '../lib/node/stored-devices.ts'
import type { DeviceInfo } from '../lib/protocol/device.ts'

/** The deviceId that a person means by a name or an id. Asks the server only for a name that is unknown here. */
export async function receiverOf(
  directory: string,
  device: StoredDevice,
  wanted: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  if (wanted === undefined) return 'all'
  const known = among(await knownDevices(directory, device), wanted)
  if (known) return known
  const { devices, old } = await accountDevices(directory, device, signal)
  const found = among(devices, wanted)
  if (found) return found
  if (old)
    throw new DeviceError('no_answer', `The server does not answer, and this device knows no device "${wanted}".`)
  throw new DeviceError(
    'unknown_receiver',
    `There is no device "${wanted}", only: ${devices.map((it) => it.name).join(', ')}`,
  )
}

function among(devices: readonly DeviceInfo[], wanted: string): string | undefined {
  const found = devices.filter((it) => it.deviceId === wanted || it.name === wanted)
  if (found.length > 1) throw new DeviceError('unknown_receiver', `Several devices are called "${wanted}": use an id.`)
  return found[0]?.deviceId
}
