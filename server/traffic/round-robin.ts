export interface RoundRobin {
  /** Runs the job when it is the user's turn. */
  run<T>(who: string, job: () => Promise<T>): Promise<T>
}

/**
 * Round-robin between users: one job each per round, at most `atOnce` running. It starts one job per turn of the event
 * loop, so that cheap work gets in between two expensive jobs.
 */
export function createRoundRobin(atOnce: number): RoundRobin {
  /** Users in the order of their turns. */
  const waiting = new Map<string, (() => Promise<void>)[]>()
  let free = atOnce
  let isDue = false

  function next(): (() => Promise<void>) | undefined {
    const [first] = waiting
    if (!first) return undefined
    const [who, jobs] = first
    waiting.delete(who)
    const job = jobs.shift()
    if (jobs.length > 0) waiting.set(who, jobs)
    return job
  }

  function schedule() {
    if (isDue || free === 0 || waiting.size === 0) return
    isDue = true
    setImmediate(begin)
  }

  function begin() {
    isDue = false
    const job = next()
    if (job) {
      free -= 1
      void job().finally(() => {
        free += 1
        schedule()
      })
    }
    schedule()
  }

  return {
    run(who, job) {
      const jobs = waiting.get(who) ?? []
      waiting.set(who, jobs)
      schedule()
      return new Promise((resolve, reject) => jobs.push(() => job().then(resolve, reject)))
    },
  }
}
