import type { DeviceInfo } from '../../protocol/device.ts'
import { RoostError } from '../../protocol/error.ts'
import type { RegistryEntry } from '../../storage/device-registry.ts'
import type { DeviceCalls } from '../device-calls.ts'

/** A person waits for the answer. Without one the screen shows what this browser knows. */
const PATIENCE_MS = 2_000

/** The server's word on a device that this browser holds. */
export type Word =
  /** The account's devices, this one among them. */
  | { state: 'listed'; devices: readonly DeviceInfo[] }
  | { state: 'revoked' }
  /** It did not answer, or does not know the device's token: the device may still hold messages that only it has. */
  | { state: 'unknown' }

/** Asks for each device with its own token, because a browser may hold devices of several accounts. */
export function askServer(calls: DeviceCalls, entries: readonly RegistryEntry[]): Promise<Word[]> {
  return Promise.all(entries.map(({ token }) => wordFor(calls, token)))
}

async function wordFor(calls: DeviceCalls, token: string): Promise<Word> {
  try {
    return { state: 'listed', devices: await calls.list(AbortSignal.timeout(PATIENCE_MS), token) }
  } catch (error) {
    return { state: error instanceof RoostError && error.code === 'revoked' ? 'revoked' : 'unknown' }
  }
}

/** The names of the devices of the account that the browser is signed in to; none when the server cannot be asked. */
export async function namesOfAccount(calls: DeviceCalls): Promise<string[]> {
  try {
    return (await calls.list(AbortSignal.timeout(PATIENCE_MS))).map((it) => it.name)
  } catch {
    return []
  }
}
