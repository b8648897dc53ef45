import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type { Auth } from '../core/ports/auth.ts'
import type { AuthDeps } from './auth-deps.ts'
import { createEpochHooks } from './epochs.ts'
import { hideAccounts } from './hide-accounts.ts'
import { authOptions } from './options.ts'
import { createSignUp } from './sign-up.ts'
import { createUsers } from './users.ts'

/** Accounts, by e-mail address and password. Makes or migrates their tables first. */
export async function createAuth(deps: AuthDeps): Promise<Auth> {
  const { accounts } = deps
  const epochHooks = createEpochHooks(deps.epochs)
  const options = authOptions(deps, epochHooks)
  await accounts.whileMigrating(async () => (await getMigrations(options)).runMigrations())
  const auth = betterAuth(options)
  const signUp = createSignUp(accounts, deps.signUp)
  const users = createUsers(auth.$context, deps.epochs)
  const handle = deps.signUp === 'open' ? hideAccounts(auth.handler, users.discard) : auth.handler

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
    handle: (request) => told(() => epochHooks.begin(() => handle(request))),
    async sessionOf(headers) {
      const found = await told(() => auth.api.getSession({ headers }))
      if (!found) return null
      const { user, session } = found
      return { sessionId: session.id, userId: user.id, email: user.email, signedInAt: session.createdAt.getTime() }
    },
    endOthers: ({ userId, sessionId }) => told(() => deps.epochs.raiseEpoch(userId, sessionId)),
    users,
    close: () => accounts.close(),
  }
}
