import * as v from 'valibot'
import { TransportError } from '../core/ports.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { RoostError } from '../protocol/error.ts'
import { routes } from '../protocol/routes.ts'
import { credentialsFor } from '../transport/http.ts'

/** What the account service says, as sentences that tell what to do. */
const sentences: Record<string, string> = {
  USER_ALREADY_EXISTS: 'There is already an account with this e-mail address. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'There is already an account with this e-mail address. Sign in instead.',
  INVALID_EMAIL_OR_PASSWORD: 'E-mail address and password do not belong together. Check both and try again.',
  INVALID_EMAIL: 'That is not an e-mail address.',
  PASSWORD_TOO_SHORT: 'The password is too short: use at least 8 characters.',
  PASSWORD_TOO_LONG: 'The password is too long: use at most 128 characters.',
}

const answerSchema = v.object({ code: v.optional(v.string()), message: v.optional(v.string()) })

/**
 * A call to the account service.
 * @throws RoostError with a sentence for a person; TransportError when the server did not answer.
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
    throw new TransportError('The server did not answer. Check your connection and try again.', { cause: error })
  }
  if (response.ok) return
  const wrapped: unknown = await response.json().catch(() => ({}))
  const answer = v.safeParse(answerSchema, (wrapped as { error?: unknown }).error ?? wrapped)
  const { code = '', message } = answer.success ? answer.output : {}
  if (response.status === 429) throw new RoostError('rate_limited', 'Too many tries. Wait a minute, then try again.')
  if (response.status >= 500)
    throw new RoostError('unavailable', 'The server cannot do that now. Try again in a while.')
  throw new RoostError('forbidden', sentences[code] ?? message ?? 'The server refused that.')
}

/** Calls to the account service, as the person whose cookie the browser holds. */
export function createAccount({ serverUrl }: RoostOptions) {
  return {
    /** The account needs a name: the part before the @. */
    signUp: ({ email, password }: { email: string; password: string }) =>
      call(serverUrl, routes.signUp, { name: email.split('@')[0] || email, email, password }),
    signIn: (account: { email: string; password: string }) => call(serverUrl, routes.signIn, account),
    signOut: () => call(serverUrl, routes.signOut, {}),
    /** Whether an account session is there. Unknown counts as no. */
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
