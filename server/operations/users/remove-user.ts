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
 * Removes an account and all that it wrote, while others are served. Cut off anywhere, it can be done again: the account goes
 * last. What stays are the ids and token hashes of its devices, so that they are told to wipe what they hold.
 */
export async function removeUser({ users, mother, store }: RemoveUserDeps, userId: string) {
  // From here on nobody signs in, or makes a device by a session.
  await users.resetPassword(userId, randomBytes(32).toString('base64url'))
  let devices = 0
  // Until there is none: one that is live may have paired another meanwhile.
  for (let live = await mother.listDevices(userId); live.devices.length > 0; live = await mother.listDevices(userId)) {
    for (const { deviceId } of live.devices) await mother.revokeDevice(userId, deviceId)
    devices += live.devices.length
  }
  const { removed } = await store.forget(userId)
  await users.remove(userId)
  return { devices, messages: removed }
}
