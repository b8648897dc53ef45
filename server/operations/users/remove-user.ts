import { type RemoveDataDeps, removeData } from '../../core/accounts/remove-data.ts'
import type { Users } from '../../core/ports/auth.ts'

export interface RemoveUserDeps extends RemoveDataDeps {
  users: Users
}

/** Removes an account and everything of it. It can be repeated after a crash, because the account goes last. */
export async function removeUser({ users, ...deps }: RemoveUserDeps, userId: string) {
  const removed = await removeData(deps, userId)
  await users.remove(userId)
  return removed
}
