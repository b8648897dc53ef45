import type { Mother } from '../mother.ts'
import type { Store } from '../ports/store.ts'

export interface RemoveDataDeps {
  mother: Pick<Mother, 'listDevices' | 'revokeDevice'>
  store: Pick<Store, 'forget'>
}

/**
 * Removes everything of a user, while the server runs: live devices are told at once. The ids and token hashes of the devices
 * stay, so that the others hear of it when they come back, and wipe what they hold.
 */
export async function removeData({ mother, store }: RemoveDataDeps, userId: string) {
  let devices = 0
  // Repeats until none is left: a live device may have paired another meanwhile.
  for (let live = await mother.listDevices(userId); live.devices.length > 0; live = await mother.listDevices(userId)) {
    for (const { deviceId } of live.devices) await mother.revokeDevice(userId, deviceId)
    devices += live.devices.length
  }
  const { removed } = await store.forget(userId)
  return { devices, messages: removed }
}
