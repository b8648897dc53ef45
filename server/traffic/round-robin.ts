export interface RoundRobin {
  /** Runs it when it is the turn of whoever asks. */
  run<T>(who: string, job: () => Promise<T>): Promise<T>
}

/**
 * One job of each who asks in turn, however many somebody else has waiting; at most `atOnce` under way, and one begun for
 * each turn of the event loop, so that what is cheap gets in between two that are dear.
 */
export function createRoundRobin(atOnce: number): RoundRobin {
  /** In the order of whose turn it is. */
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
