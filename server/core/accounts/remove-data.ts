import { RoostError } from '../../../lib/protocol/error.ts'
import type { Mother } from '../mother.ts'
import type { Store } from '../ports/store.ts'

export interface RemoveDataDeps {
  mother: Pick<Mother, 'listDevices' | 'revokeDevice'>
  store: Pick<Store, 'forget' | 'closeAccount'>
  /** Removes files that nothing holds any more. */
  sweepFiles: () => Promise<void>
}

/**
 * Removes everything of a user, while the server runs: live devices are told at once. The ids and token hashes of the devices
 * stay, so that the others hear of it when they come back, and wipe what they hold.
 */
export async function removeData({ mother, store, sweepFiles }: RemoveDataDeps, userId: string) {
  // From here on nobody signs in, and no device is made.
  await store.closeAccount(userId)
  const { devices } = await mother.listDevices(userId)
  for (const { deviceId } of devices) await removeUnlessGone(mother, userId, deviceId)
  const { removed } = await store.forget(userId)
  await sweepFiles()
  return { devices: devices.length, messages: removed }
}

/** A live device may remove itself or another one meanwhile. */
async function removeUnlessGone(mother: RemoveDataDeps['mother'], userId: string, deviceId: string): Promise<void> {
  try {
    await mother.revokeDevice(userId, deviceId)
  } catch (error) {
    if (!(error instanceof RoostError && error.code === 'not_found')) throw error
  }
}
