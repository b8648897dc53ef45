import { DatabaseSync } from 'node:sqlite'
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type { Config } from '../config/config.ts'
import type { Log } from '../log.ts'
import { createSignUp, type SignUp } from './sign-up.ts'

/** Carries the address of the caller from our gateway, which has already decided whom to believe about it. */
export const ADDRESS_HEADER = 'x-roost-address'
export const COOKIE_PREFIX = 'roost'

/** Somebody outside (a backup) may hold the file; the whole process stands still meanwhile, so not for long. */
const BUSY_WAIT_MS = 250

export interface AuthDeps {
  /** The SQLite file. */
  file: string
  secret: string
  baseUrl: string
  origins: readonly string[]
  signUp: Config['signUp']
  rateLimit: boolean
  log: Log
}

export interface Auth {
  signUp: SignUp
  /** Answers `/api/auth/*`. */
  handle(request: Request): Promise<Response>
  /** The user of the session cookie, or null. */
  userOf(headers: Headers): Promise<string | null>
  /** Ends the user's sessions, but for the one that this request came with, if it did. */
  endSessions(userId: string, headers: Headers): Promise<void>
  close(): void
}

/** Accounts, by e-mail address and password. Makes or migrates its tables first. */
export async function createAuth(deps: AuthDeps): Promise<Auth> {
  const database = new DatabaseSync(deps.file, { timeout: BUSY_WAIT_MS })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;')
  const options = authOptions(deps, database)
  await (await getMigrations(options)).runMigrations()
  const auth = betterAuth(options)
  return {
    signUp: createSignUp(database, deps.signUp),
    handle: (request) => auth.handler(request),
    userOf: async (headers) => (await auth.api.getSession({ headers }))?.user.id ?? null,
    async endSessions(userId, headers) {
      const own = (await auth.api.getSession({ headers }))?.session.token ?? ''
      database.prepare('DELETE FROM session WHERE userId = ? AND token <> ?').run(userId, own)
    },
    close: () => database.close(),
  }
}

function authOptions(deps: AuthDeps, database: DatabaseSync) {
  return {
    appName: 'Roost',
    baseURL: deps.baseUrl,
    basePath: '/api/auth',
    secret: deps.secret,
    trustedOrigins: [...deps.origins],
    // No transactions: one that stays open while a password is hashed would make the store, which writes to the same file
    // from the same thread, wait for a lock that nobody can give back.
    database: { dialect: new NodeSqliteDialect({ database }), type: 'sqlite', transaction: false },
    emailAndPassword: { enabled: true },
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
      // Said outright, because the library leaves them out under NODE_ENV=test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    logger: { level: 'error', log: (_level, message) => deps.log.warn({ part: 'auth' }, message) },
  } satisfies BetterAuthOptions
}
