import type { Clock } from '../core/ports.ts'

// A store loads these parts at their first use. That is I/O, which `settle` does not wait for.
await Promise.all([import('../storage/after-restore/find-orphans.ts'), import('../storage/find.ts')])

export interface ManualClock extends Clock {
  /** Lets time pass. Timers run in order, and the work that each starts settles before the next timer runs. */
  pass(ms: number): Promise<void>
  /** The number of waiting timers. */
  pending(): number
}

/**
 * Waits until every running chain of promises has settled. Code without I/O needs only turns of the event loop for
 * that.
 */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

export function createManualClock(start = 1_000_000): ManualClock {
  let now = start
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    pending: () => timers.length,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((it) => it !== timer)
      }
    },
    async pass(ms) {
      await settle()
      const end = now + ms
      for (;;) {
        const next = timers.filter((it) => it.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((it) => it !== next)
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = end
    },
  }
}
