import type { AuthContext } from 'better-auth'
import type { User, Users } from '../core/ports/auth.ts'
import type { Epochs } from '../core/ports/store.ts'
import { isCommonPassword } from './common-passwords.ts'

const PAGE = 1_000

type Context = Pick<AuthContext, 'internalAdapter'> & { password: Pick<AuthContext['password'], 'hash' | 'config'> }

interface Discard {
  /** Removes an account that nobody has ever used. */
  discard(userId: string): Promise<void>
}

/** Goes through the library, so that it works wherever accounts are stored and however passwords are hashed. */
export function createUsers(context: Promise<Context>, epochs: Epochs): Users & Discard {
  const show = (it: { id: string; email: string; createdAt: Date }): User => {
    return { userId: it.id, email: it.email, createdAt: it.createdAt.getTime() }
  }
  async function discard(userId: string) {
    const { internalAdapter } = await context
    await internalAdapter.deleteUserSessions(userId)
    await internalAdapter.deleteAccounts(userId)
    await internalAdapter.deleteUser(userId)
  }
  return {
    discard,
    async list() {
      const { internalAdapter } = await context
      const users: User[] = []
      for (let more = PAGE; more === PAGE; ) {
        const page = await internalAdapter.listUsers(PAGE, users.length, { field: 'createdAt', direction: 'asc' })
        users.push(...page.map(show))
        more = page.length
      }
      return users
    },
    async find(email) {
      const found = await (await context).internalAdapter.findUserByEmail(email.trim().toLowerCase())
      return found && show(found.user)
    },
    emailOf: async (userId) => (await (await context).internalAdapter.findUserById(userId))?.email ?? null,
    async isFirst(userId) {
      const user = await (await context).internalAdapter.findUserById(userId)
      return (user as { first?: unknown } | null)?.first === true
    },
    async resetPassword(userId, password) {
      const { internalAdapter, password: rule } = await context
      const { minPasswordLength: min, maxPasswordLength: max } = rule.config
      if (password.length < min || password.length > max) throw new Error(`A password has ${min} to ${max} characters`)
      if (await isCommonPassword(password))
        throw new Error('Strangers would try this password first: choose another one')
      const hash = await rule.hash(password)
      // First, so that a change of the password that has begun does not end after ours.
      await epochs.raiseEpoch(userId)
      await internalAdapter.updatePassword(userId, hash)
      await epochs.raiseEpoch(userId)
    },
    async remove(userId) {
      await epochs.closeAccount(userId)
      await discard(userId)
    },
  }
}
