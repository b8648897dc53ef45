import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type { Auth } from '../core/ports/auth.ts'
import type { AuthDeps } from './auth-deps.ts'
import { createEpochHooks } from './epochs.ts'
import { createFirstAccount, markFirstAccount } from './first-account.ts'
import { hideAccounts } from './hide-accounts.ts'
import { createInvitations } from './invitations.ts'
import { authOptions } from './options.ts'
import { addOneByOne } from './passkeys.ts'
import { createSignUp } from './sign-up.ts'
import { createUsers } from './users.ts'

/** Accounts, by e-mail address and password. Makes or migrates their tables first. */
export async function createAuth(deps: AuthDeps): Promise<Auth> {
  const { accounts } = deps
  const epochHooks = createEpochHooks(deps.epochs)
  const options = authOptions(deps, epochHooks, createFirstAccount(accounts).user)
  await accounts.whileMigrating(async () => (await getMigrations(options)).runMigrations())
  const auth = betterAuth(options)
  await markFirstAccount((await auth.$context).adapter)
  const invitations = createInvitations(auth.$context)
  const signUp = createSignUp(accounts, deps.signUp, invitations)
  const users = createUsers(auth.$context, deps.epochs)
  const careful = addOneByOne(auth.handler, accounts.make)
  const handle = deps.signUp === 'open' ? hideAccounts(careful, users.discard) : careful

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
      run: (makeAccount, invitation) => told(() => signUp.run(makeAccount, invitation)),
    },
    handle: (request) => told(() => epochHooks.begin(() => handle(request))),
    async sessionOf(headers) {
      const found = await told(() => auth.api.getSession({ headers }))
      if (!found) return null
      const { user, session } = found
      return { sessionId: session.id, userId: user.id, email: user.email, signedInAt: session.createdAt.getTime() }
    },
    endOthers: ({ userId, sessionId }) => told(() => deps.epochs.endOtherSignIns(userId, sessionId)),
    users,
    invitations: {
      make: () => told(invitations.make),
      list: () => told(invitations.list),
      cancel: (invitationId) => told(() => invitations.cancel(invitationId)),
    },
    close: () => accounts.close(),
  }
}
