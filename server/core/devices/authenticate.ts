import { timingSafeEqual } from 'node:crypto'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { MotherDeps } from '../deps.ts'
import type { Mother } from '../mother.ts'
import { hashToken, readToken } from './token.ts'

export function createAuthenticate({ store }: Pick<MotherDeps, 'store'>): Mother['authenticate'] {
  return async (token) => {
    if (!token) throw new RoostError('unauthenticated', 'A device token is needed')
    const caller = readToken(token)
    const stored = caller && (await store.findToken(caller.userId, caller.deviceId))
    if (!stored || !timingSafeEqual(stored.tokenHash, hashToken(token))) {
      throw new RoostError('unauthenticated', 'This device token is not known here')
    }
    if (stored.revoked) throw new RoostError('revoked', 'This device was removed from the account')
    return caller
  }
}
