import { RoostError } from '../../../lib/protocol/error.ts'

/** @throws RoostError `unauthenticated` when the user has no such device, `revoked` when it was removed. */
export function requireLive<R extends { revoked_at: number | null }>(row: R | undefined): R {
  if (!row) throw new RoostError('unauthenticated', 'This device is not known here')
  if (row.revoked_at !== null) throw new RoostError('revoked', 'This device was removed from the account')
  return row
}
