import type { Random } from '../ports.ts'

const BASE_MS = 500
const CAP_MS = 30_000

/**
 * The wait before try number `attempt` (1, 2, 3 …): a random time up to a bound that doubles ("full jitter"), so that
 * devices cut off together do not come back together. The server may ask for `atLeastMs`.
 */
export function backoffMs(attempt: number, random: Random, atLeastMs = 0): number {
  const bound = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt - 1, 16))
  return atLeastMs + Math.round(random() * bound)
}
