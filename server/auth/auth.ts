import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type { Config } from '../config/config.ts'
import type { Accounts } from '../core/ports/accounts.ts'
import { ADDRESS_HEADER, type Auth, COOKIE_PREFIX } from '../core/ports/auth.ts'
import type { Log } from '../core/ports/log.ts'
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
}

/** Accounts, by e-mail address and password. Makes or migrates their tables first. */
export async function createAuth(deps: AuthDeps): Promise<Auth> {
  const { accounts } = deps
  const options = authOptions(deps)
  await accounts.whileMigrating(async () => (await getMigrations(options)).runMigrations())
  const auth = betterAuth(options)
  const signUp = createSignUp(accounts, deps.signUp)
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
    handle: (request) => told(() => auth.handler(request)),
    userOf: async (headers) => (await sessionOf(headers))?.user.id ?? null,
    async endSessions(userId, headers) {
      const own = (await sessionOf(headers))?.session.token ?? ''
      await told(() => accounts.endSessions(userId, own))
    },
    users: createUsers(auth.$context),
    close: () => accounts.close(),
  }
}

function authOptions(deps: AuthDeps) {
  return {
    appName: 'Roost',
    baseURL: deps.baseUrl,
    basePath: '/api/auth',
    secret: deps.secret,
    trustedOrigins: [...deps.origins],
    database: deps.accounts.database,
    emailAndPassword: { enabled: true },
    // The gateway answers and logs unexpected errors. The library would print them with the e-mail address in them.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    rateLimit: {
      enabled: deps.rateLimit,
      window: 60,
      max: 600,
      customRules: { '/sign-in/email': { window: 60, max: 10 }, '/sign-up/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: deps.baseUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Set explicitly, because the library turns both checks off under NODE_ENV=test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    logger: { level: 'error', log: (_level, message) => deps.log.warn({ part: 'auth' }, message) },
  } satisfies BetterAuthOptions
}
