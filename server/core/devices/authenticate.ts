import { timingSafeEqual } from 'node:crypto'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { MotherDeps } from '../deps.ts'
import type { Mother } from '../mother.ts'
import { hashToken, readToken } from './token.ts'

type Deps = Pick<MotherDeps, 'store' | 'now' | 'tokenIdleMs'>

export function createAuthenticate({ store, now, tokenIdleMs = 0 }: Deps): Mother['authenticate'] {
  // `unauthenticated`, not `revoked`: the device keeps what it holds, and asks its person to sign in.
  function refuseIdle(lastSeen: number) {
    if (tokenIdleMs === 0 || now() - lastSeen < tokenIdleMs) return
    throw new RoostError('unauthenticated', 'This device was silent for too long: pair it again, or sign in')
  }

  return async (token) => {
    if (!token) throw new RoostError('unauthenticated', 'A device token is needed')
    const caller = readToken(token)
    const stored = caller && (await store.findToken(caller.userId, caller.deviceId))
    if (!stored || !timingSafeEqual(stored.tokenHash, hashToken(token))) {
      throw new RoostError('unauthenticated', 'This device token is not known here')
    }
    if (stored.revoked) throw new RoostError('revoked', 'This device was removed from the account')
    refuseIdle(stored.lastSeen)
    return stored.access === 'send' ? { ...caller, access: 'send' } : caller
  }
}
