import * as v from 'valibot'
import { TransportError } from '../core/ports.ts'
import { RoostError } from '../protocol/error.ts'
import { routes } from '../protocol/routes.ts'

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
async function call(path: string, body: unknown): Promise<void> {
  let response: Response
  try {
    response = await fetch(path, {
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

/** The account's name is of no use to anybody but must be there: the part before the @. */
export const signUp = ({ email, password }: { email: string; password: string }) =>
  call(routes.signUp, { name: email.split('@')[0] || email, email, password })

export const signIn = (account: { email: string; password: string }) => call(routes.signIn, account)

export const signOut = () => call(routes.signOut, {})

/** Whether an account session is there. Unknown counts as no. */
export async function hasSession(): Promise<boolean> {
  try {
    const response = await fetch(routes.session, { cache: 'no-store', signal: AbortSignal.timeout(5_000) })
    return response.ok && (await response.json()) !== null
  } catch {
    return false
  }
}
