import { RoostError } from '../../lib/protocol/error.ts'

export interface Semaphore {
  /** Runs the job when there is room. @throws RoostError `unavailable` when too many wait already. */
  run<T>(job: () => Promise<T>): Promise<T>
}

/** Runs `atOnce` jobs at a time in the order of their arrival; at most `waiting` more wait. */
export function createSemaphore({ atOnce, waiting }: { atOnce: number; waiting: number }): Semaphore {
  let free = atOnce
  const queue: (() => void)[] = []
  return {
    async run(job) {
      if (free > 0) free -= 1
      else if (queue.length < waiting) await new Promise<void>((resolve) => queue.push(resolve))
      else throw new RoostError('unavailable', 'The server is busy. Try again in a moment.', { retryAfterMs: 2_000 })
      try {
        return await job()
      } finally {
        const next = queue.shift()
        if (next) next()
        else free += 1
      }
    },
  }
}
