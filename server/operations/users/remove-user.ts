import { randomBytes } from 'node:crypto'
import { type RemoveDataDeps, removeData } from '../../core/accounts/remove-data.ts'
import type { Users } from '../../core/ports/auth.ts'

export interface RemoveUserDeps extends RemoveDataDeps {
  users: Users
}

/** Removes an account and everything of it. It can be repeated after a crash, because the account goes last. */
export async function removeUser({ users, ...deps }: RemoveUserDeps, userId: string) {
  // Ends all sign-ins, and with them the making of devices by a session.
  await users.resetPassword(userId, randomBytes(32).toString('base64url'))
  const removed = await removeData(deps, userId)
  await users.remove(userId)
  return removed
}
