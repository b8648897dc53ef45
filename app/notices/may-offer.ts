interface Memory {
  /** This browser has had messages of other devices since then (ms since the epoch); null: not yet. */
  since: number | null
  answered: boolean
}

const KEY = 'roost.notices'
const DAY_MS = 24 * 60 * 60_000

/** Kept for all devices of this browser, which have one permission together. */
export const offerMemory = {
  read(): Memory {
    try {
      const { since, answered } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<string, unknown>>
      return { since: typeof since === 'number' ? since : null, answered: answered === true }
    } catch {
      // A browser that keeps nothing is not asked again and again.
      return { since: null, answered: true }
    }
  },
  write(memory: Memory): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(memory))
    } catch {}
  },
}

/** The person has come back to a device that gets messages, a day after the first ones, and has not answered yet. */
export function mayOffer({
  since,
  answered,
  getsMessages,
  now,
}: Memory & { getsMessages: boolean; now: number }): boolean {
  return !answered && getsMessages && since !== null && now - since >= DAY_MS
}
