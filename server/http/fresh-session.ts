import { RoostError } from '../../lib/protocol/error.ts'
import { type Auth, FRESH_MS, type Session } from '../core/ports/auth.ts'

/** Requires a sign-in of the last minutes, of this user or of any. @throws RoostError `forbidden`. */
export async function requireFresh(auth: Pick<Auth, 'sessionOf'>, headers: Headers, userId?: string): Promise<Session> {
  const found = await auth.sessionOf(headers)
  const isFresh = found !== null && Date.now() - found.signedInAt < FRESH_MS
  if (isFresh && found.userId === (userId ?? found.userId)) return found
  throw new RoostError('forbidden', 'This needs a person who has signed in within the last 10 minutes: sign in again')
}
