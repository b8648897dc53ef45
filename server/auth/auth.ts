import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type { Config } from '../config/config.ts'
import type { Accounts } from '../core/ports/accounts.ts'
import type { Auth } from '../core/ports/auth.ts'
import type { Log } from '../core/ports/log.ts'
import { hideAccounts } from './hide-accounts.ts'
import { authOptions } from './options.ts'
import { createSignUp } from './sign-up.ts'
import { createUsers } from './users.ts'

export interface AuthDeps {
  /** close() closes it. */
  accounts: Accounts
  secret: string
  baseUrl: string
  origins: readonly string[]
  signUp: Config['signUp']
  rateLimit: boolean
  log: Log
  /** Removes everything of a user but the account itself. Default: nobody can delete an account. */
  removeData?: (userId: string) => Promise<void>
}

/** Accounts, by e-mail address and password. Makes or migrates their tables first. */
export async function createAuth(deps: AuthDeps): Promise<Auth> {
  const { accounts } = deps
  const options = authOptions(deps)
  await accounts.whileMigrating(async () => (await getMigrations(options)).runMigrations())
  const auth = betterAuth(options)
  const signUp = createSignUp(accounts, deps.signUp)
  const users = createUsers(auth.$context)
  const handle = deps.signUp === 'open' ? hideAccounts(auth.handler, users.remove) : auth.handler
  const sessionOf = (headers: Headers) => told(() => auth.api.getSession({ headers }))

  async function told<T>(run: () => Promise<T>): Promise<T> {
    try {
      accounts.requireUsable?.()
      return await run()
    } catch (error) {
      throw accounts.toRefusal(error)
    }
  }

  return {
    signUp: {
      rule: deps.signUp,
      isOpen: () => told(signUp.isOpen),
      accountExists: () => told(signUp.accountExists),
      run: (makeAccount) => told(() => signUp.run(makeAccount)),
    },
    handle: (request) => told(() => handle(request)),
    userOf: async (headers) => (await sessionOf(headers))?.user.id ?? null,
    async sessionOf(headers) {
      const found = await sessionOf(headers)
      if (!found) return null
      const { user, session } = found
      return { userId: user.id, email: user.email, signedInAt: session.createdAt.getTime() }
    },
    async endSessions(userId, headers) {
      const own = (await sessionOf(headers))?.session.token ?? ''
      await told(() => accounts.endSessions(userId, own))
    },
    users,
    close: () => accounts.close(),
  }
}
