import { hostname } from 'node:os'
import { claimCode } from '../../lib/client/claim-code.ts'
import { DeviceError } from '../../lib/client/device-error.ts'
import { keepNewDevice } from '../../lib/node/keep-new-device.ts'
import { originOf } from '../../lib/node/open-device.ts'
import { storedDevices } from '../../lib/node/stored-devices.ts'
import { directoryOf, type Place } from '../chosen-device.ts'
import { UsageError } from '../exit-codes.ts'
import { print, say } from '../say.ts'
import { endSignal } from '../signals.ts'

export interface PairOptions extends Place {
  name?: string
}

/** `where`: the link of an invitation, which carries its code, or the address of the server. */
export async function pair(where: string, typed: string | undefined, options: PairOptions): Promise<void> {
  const directory = directoryOf(options)
  const server = originOf(where)
  const code = typed ?? decodeURIComponent(new URL(where).hash.slice(1))
  if (code === '') throw new UsageError('The code is missing: roost pair https://roost.example ABCD-EFGH')
  const name = options.name ?? hostname()
  const isTaken = (await storedDevices(directory)).some((it) => it.server === server && it.name === name)
  if (isTaken) throw new UsageError(`A device "${name}" of ${server} is stored here. Give this one another --name.`)
  const label = { code, name, platform: `roost on ${process.platform}` }
  const waiting = ({ check }: { check: string }) => say(`accept this device on the other one if it shows ${check}`)
  try {
    const { userId, deviceId, token } = await claimCode(server, label, { waiting, signal: endSignal() })
    await keepNewDevice(directory, { userId, deviceId, token, name, server, lastUsed: Date.now() })
  } catch (error) {
    if (!(error instanceof DeviceError) || error.code !== 'not_found') throw error
    throw new DeviceError('not_found', 'The code is wrong, used or too old. Ask the other device for a new one.')
  }
  await print(`This is the device "${name}" of ${server}.`)
}
