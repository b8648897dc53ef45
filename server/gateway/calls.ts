import { RoostError } from '../../lib/protocol/error.ts'

export interface Calls {
  /** @throws RoostError `unavailable` once stop was called. */
  run<T>(call: () => Promise<T>): Promise<T>
  isOpen(): boolean
  /** Lets nothing more begin. Resolves when what had begun is done. */
  stop(): Promise<void>
}

/** Counts what is under way, so that a server that stops can finish it first. */
export function createCalls(): Calls {
  let open = true
  let underWay = 0
  const idle = Promise.withResolvers<void>()
  const settle = () => {
    if (!open && underWay === 0) idle.resolve()
  }
  return {
    async run(call) {
      if (!open)
        throw new RoostError('unavailable', 'the server is stopping; come back in a moment', { retryAfterMs: 1_000 })
      underWay += 1
      try {
        return await call()
      } finally {
        underWay -= 1
        settle()
      }
    },
    isOpen: () => open,
    stop() {
      open = false
      settle()
      return idle.promise
    },
  }
}
