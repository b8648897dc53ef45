/** Counts of one day. Lists are of ms. */
export interface DayCounts {
  written: number
  connections: number
  retries: number
  duplicates: number
  pulled: number
  /** From a send to its acknowledgement. */
  sends: number[]
  /** From writing to arriving at another device that is connected; what waited in an outbox or was pulled is not in it. */
  live: number[]
  /** From connecting until all that was missed is there. */
  caughtUp: number[]
  peak: number
  failures: string[]
  fail(what: string): void
}

export function createDayCounts(): DayCounts {
  const failures: string[] = []
  const counts = { written: 0, connections: 0, retries: 0, duplicates: 0, pulled: 0, peak: 0 }
  return { ...counts, sends: [], live: [], caughtUp: [], failures, fail: (what) => void failures.push(what) }
}
