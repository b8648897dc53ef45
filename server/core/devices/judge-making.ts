import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'

export const HOUR_MS = 60 * 60_000

/** The devices of an account, in the transaction that makes one more. */
export interface Makings {
  /** Live devices. */
  live: number
  /** When the first of the last `perHour` devices was made, if that is within an hour. */
  firstWithinHour: number | undefined
}

/** @throws RoostError `forbidden` for one device too many, `rate_limited` for one too many within an hour. */
export function judgeMaking({ live, firstWithinHour }: Makings, now: number): void {
  if (live >= limits.devices) {
    throw new RoostError(
      'forbidden',
      `This account has ${limits.devices} devices, the most there can be: remove one first`,
    )
  }
  if (firstWithinHour === undefined) return
  const retryAfterMs = Math.max(1, firstWithinHour + HOUR_MS - now)
  const message = `This account has made ${limits.devicesPerHour} devices within an hour`
  throw new RoostError('rate_limited', message, { retryAfterMs })
}
