import type { BetterAuthOptions } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import { ADDRESS_HEADER, COOKIE_PREFIX, FRESH_MS } from '../core/ports/auth.ts'
import type { AuthDeps } from './auth-deps.ts'
import { isCommonPassword } from './common-passwords.ts'
import { type EpochHooks, epochField } from './epochs.ts'
import { type FirstAccount, firstField } from './first-account.ts'
import { passkeys } from './passkeys.ts'

/** How the account library works here. */
export function authOptions(deps: AuthDeps, { session, account }: EpochHooks, user: FirstAccount['user']) {
  const { removeData } = deps
  const isSecure = deps.baseUrl.startsWith('https:')
  return {
    appName: 'Roost',
    baseURL: deps.baseUrl,
    basePath: '/api/auth',
    secret: deps.secret,
    trustedOrigins: [...deps.origins],
    database: deps.accounts.database,
    emailAndPassword: { enabled: true },
    session: { freshAge: FRESH_MS / 1000, additionalFields: { epoch: epochField } },
    databaseHooks: { session, account, user },
    user: {
      additionalFields: { first: firstField },
      deleteUser: { enabled: removeData !== undefined, beforeDelete: async ({ id }) => removeData?.(id) },
    },
    plugins: [passkeys(deps.baseUrl, deps.origins)],
    hooks: { before: refuseCommonPasswords },
    // The gateway answers and logs unexpected errors. The library would print them with the e-mail address in them.
    onAPIError: { throw: true },
    telemetry: { enabled: false },
    rateLimit: {
      enabled: deps.rateLimit,
      window: 60,
      max: 600,
      // The gateway counts these, for all nodes together.
      customRules: {
        '/sign-in/email': false,
        '/sign-up/email': false,
        '/change-password': false,
        '/delete-user': false,
      },
    },
    advanced: {
      // Browsers take a cookie with this prefix from HTTPS only and for this host alone, so a neighbouring host cannot set it.
      cookiePrefix: isSecure ? `__Host-${COOKIE_PREFIX}` : COOKIE_PREFIX,
      // The library's own prefix would be weaker.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      // Set explicitly, because the library turns both checks off under NODE_ENV=test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    logger: { level: 'error', log: (_level, message) => deps.log.warn({ part: 'auth' }, message) },
  } satisfies BetterAuthOptions
}

/** Runs before every call that chooses a password. */
const refuseCommonPasswords = createAuthMiddleware(async (ctx) => {
  const { path, body, context } = ctx
  const chosen = path === '/sign-up/email' ? body.password : path === '/change-password' ? body.newPassword : undefined
  if (typeof chosen !== 'string' || chosen.length < context.password.config.minPasswordLength) return
  const email = body.email ?? (await getSessionFromCtx(ctx))?.user.email
  if (!(await isCommonPassword(chosen, email))) return
  const message = 'This password is among the first that a stranger would try. Choose another one.'
  throw new APIError('BAD_REQUEST', { code: 'PASSWORD_TOO_COMMON', message })
})
