import * as v from 'valibot'
import { TransportError } from '../../core/ports.ts'
import { routes } from '../../protocol/routes.ts'
import { credentialsFor } from '../../transport/http.ts'
import { BrowserError, type BrowserErrorCode } from '../browser-error.ts'

/** The account service's own codes, and ours for them. */
const codes: Record<string, BrowserErrorCode> = {
  USER_ALREADY_EXISTS: 'email_taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email_taken',
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  INVALID_EMAIL: 'invalid_email',
  PASSWORD_TOO_SHORT: 'password_too_short',
  PASSWORD_TOO_LONG: 'password_too_long',
  PASSWORD_TOO_COMMON: 'password_too_common',
  INVALID_PASSWORD: 'wrong_password',
  SESSION_NOT_FRESH: 'not_fresh',
  PASSKEY_NOT_FOUND: 'passkey_unknown',
  PASSKEY_TAKEN: 'passkey_taken',
  TOO_MANY_PASSKEYS: 'too_many_passkeys',
}

/** The server answers `forbidden` to these when the sign-in is too old. */
const needsFresh: readonly string[] = [
  routes.sessions,
  routes.endSession,
  routes.endOtherSessions,
  routes.newPasskeyOptions,
  routes.newPasskey,
  routes.removePasskey,
]

const answerSchema = v.object({ code: v.optional(v.string()), message: v.optional(v.string()) })

/**
 * Calls the account service.
 * @throws BrowserError; TransportError when the server did not answer.
 */
export async function callAccount(serverUrl: string, path: string, body?: unknown): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(serverUrl + path, {
      credentials: credentialsFor(serverUrl),
      ...(body === undefined
        ? { cache: 'no-store' }
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    })
  } catch (error) {
    throw new TransportError('no_answer', { cause: error })
  }
  const wrapped: unknown = await response.json().catch(() => ({}))
  if (response.ok) return wrapped
  const answer = v.safeParse(answerSchema, (wrapped as { error?: unknown }).error ?? wrapped)
  const { code = '', message } = answer.success ? answer.output : {}
  if (response.status === 429) throw new BrowserError('too_many_tries')
  if (response.status >= 500) throw new BrowserError('server_trouble')
  const known = code === 'forbidden' ? forbidden(path, body) : codes[code]
  throw known ? new BrowserError(known) : new BrowserError('refused', message)
}

function forbidden(path: string, body: unknown): BrowserErrorCode | undefined {
  if (needsFresh.includes(path)) return 'not_fresh'
  if (path !== routes.signUp) return undefined
  return (body as { invitation?: string }).invitation === undefined ? 'sign_up_closed' : 'invitation_gone'
}
