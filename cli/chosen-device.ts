import { resolve } from 'node:path'
import { DeviceError } from '../lib/client/device-error.ts'
import { defaultDirectory } from '../lib/node/directory.ts'
import { type StoredDevice, storedDevices } from '../lib/node/stored-devices.ts'

/** Options of every command, with their environment variables. */
export interface Place {
  /** ROOST_DIRECTORY */
  directory?: string
  /** ROOST_DEVICE: its name or id */
  device?: string
}

/** npm runs a script in the project's folder, wherever the person stands. */
export const typedPath = (path: string) => resolve(process.env.INIT_CWD ?? '.', path)

export const directoryOf = ({ directory }: Place) =>
  directory === undefined ? defaultDirectory() : typedPath(directory)

/** The device that the person means: the one that they name, or the one used last. @throws DeviceError `not_paired`. */
export async function chosenDevice(place: Place): Promise<{ directory: string; device: StoredDevice }> {
  const directory = directoryOf(place)
  const known = await storedDevices(directory)
  const wanted = place.device
  const device = wanted === undefined ? known[0] : known.find((it) => it.name === wanted || it.deviceId === wanted)
  if (device) return { directory, device }
  const names = known.map((it) => it.name).join(', ')
  if (wanted === undefined) throw new DeviceError('not_paired', 'No device is paired here. roost pair --help says how.')
  throw new DeviceError('not_paired', `There is no device "${wanted}" here${names ? `, only: ${names}` : ''}.`)
}
