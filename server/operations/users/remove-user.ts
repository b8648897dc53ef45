import { randomBytes } from 'node:crypto'
import type { Mother } from '../../core/mother.ts'
import type { Users } from '../../core/ports/auth.ts'
import type { Store } from '../../core/ports/store.ts'

export interface RemoveUserDeps {
  users: Users
  mother: Pick<Mother, 'listDevices' | 'revokeDevice'>
  store: Pick<Store, 'forget'>
}

/**
 * Removes an account and its messages, while the server runs. It can be repeated after a crash, because the account goes
 * last. The ids and token hashes of its devices stay, so that devices are told to wipe what they hold.
 */
export async function removeUser({ users, mother, store }: RemoveUserDeps, userId: string) {
  // Ends all sign-ins, and with them the making of devices by a session.
  await users.resetPassword(userId, randomBytes(32).toString('base64url'))
  let devices = 0
  // Repeats until none is left: a live device may have paired another meanwhile.
  for (let live = await mother.listDevices(userId); live.devices.length > 0; live = await mother.listDevices(userId)) {
    for (const { deviceId } of live.devices) await mother.revokeDevice(userId, deviceId)
    devices += live.devices.length
  }
  const { removed } = await store.forget(userId)
  await users.remove(userId)
  return { devices, messages: removed }
}
