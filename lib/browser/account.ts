import * as v from 'valibot'
import { TransportError } from '../core/ports.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { routes } from '../protocol/routes.ts'
import { credentialsFor } from '../transport/http.ts'
import { BrowserError, type BrowserErrorCode } from './browser-error.ts'

/** The account service's own codes, and ours for them. */
const codes: Record<string, BrowserErrorCode> = {
  USER_ALREADY_EXISTS: 'email_taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email_taken',
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  INVALID_EMAIL: 'invalid_email',
  PASSWORD_TOO_SHORT: 'password_too_short',
  PASSWORD_TOO_LONG: 'password_too_long',
}

const answerSchema = v.object({ code: v.optional(v.string()), message: v.optional(v.string()) })

/**
 * Calls the account service.
 * @throws BrowserError; TransportError when the server did not answer.
 */
async function call(serverUrl: string, path: string, body: unknown): Promise<void> {
  let response: Response
  try {
    response = await fetch(serverUrl + path, {
      credentials: credentialsFor(serverUrl),
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
  } catch (error) {
    throw new TransportError('no_answer', { cause: error })
  }
  if (response.ok) return
  const wrapped: unknown = await response.json().catch(() => ({}))
  const answer = v.safeParse(answerSchema, (wrapped as { error?: unknown }).error ?? wrapped)
  const { code = '', message } = answer.success ? answer.output : {}
  if (response.status === 429) throw new BrowserError('too_many_tries')
  if (response.status >= 500) throw new BrowserError('server_trouble')
  const known = codes[code]
  throw known ? new BrowserError(known) : new BrowserError('refused', message)
}

/** The account calls, made as the person whose cookie the browser holds. */
export function createAccount({ serverUrl }: RoostOptions) {
  return {
    /** The account service requires a name, so it gets the part before the @. */
    signUp: ({ email, password }: { email: string; password: string }) =>
      call(serverUrl, routes.signUp, { name: email.split('@')[0] || email, email, password }),
    signIn: (account: { email: string; password: string }) => call(serverUrl, routes.signIn, account),
    signOut: () => call(serverUrl, routes.signOut, {}),
    /** Whether the browser holds an account session. If the server cannot be asked, the answer is no. */
    async hasSession(): Promise<boolean> {
      const init: RequestInit = {
        cache: 'no-store',
        credentials: credentialsFor(serverUrl),
        signal: AbortSignal.timeout(5_000),
      }
      try {
        const response = await fetch(serverUrl + routes.session, init)
        return response.ok && (await response.json()) !== null
      } catch {
        return false
      }
    },
  }
}
