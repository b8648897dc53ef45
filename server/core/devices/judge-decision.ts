import { RoostError } from '../../../lib/protocol/error.ts'
import type { Caller } from '../mother.ts'
import type { PairingState } from '../ports/pairings.ts'

export interface DecidedClaim {
  userId: string
  /** The device that invites. */
  deviceId: string
  state: PairingState
  expiresAt: number
}

/** Whether this device may decide this claim now: the same for every store. @throws RoostError as decideClaim does. */
export function judgeDecision(
  { userId, deviceId }: Caller,
  claim: DecidedClaim | undefined,
  now: number,
): asserts claim is DecidedClaim {
  const isThere = claim?.userId === userId && claim.expiresAt > now && claim.state !== 'cancelled'
  if (!isThere) throw new RoostError('not_found', 'This request to join is not there any more. Make a new code')
  if (claim.deviceId !== deviceId) throw new RoostError('forbidden', 'Only the device that invited may decide this')
  if (claim.state !== 'waiting') throw new RoostError('conflict', 'This request to join was decided already')
}
