import { RoostError } from '../../lib/protocol/error.ts'

export interface Calls {
  /** @throws RoostError `unavailable` once stop was called. */
  run<T>(call: () => Promise<T>): Promise<T>
  /** Whether somebody new is to come here. */
  isOpen(): boolean
  /** Nobody new is to come; whoever does is still served. */
  leave(): void
  /** Lets nothing more begin. Resolves when what had begun is done. */
  stop(): Promise<void>
}

/** Counts what is under way, so that a server that stops can finish it first. */
export function createCalls(): Calls {
  let state: 'open' | 'leaving' | 'closed' = 'open'
  let inFlight = 0
  const idle = Promise.withResolvers<void>()
  const settle = () => {
    if (state === 'closed' && inFlight === 0) idle.resolve()
  }
  const end = () => {
    inFlight -= 1
    settle()
  }
  return {
    run(call) {
      if (state === 'closed') return Promise.reject(stopping())
      inFlight += 1
      const called = attempt(call)
      called.then(end, end)
      return called
    },
    isOpen: () => state === 'open',
    leave() {
      if (state === 'open') state = 'leaving'
    },
    stop() {
      state = 'closed'
      settle()
      return idle.promise
    },
  }
}

const stopping = () =>
  new RoostError('unavailable', 'the server is stopping; come back in a moment', { retryAfterMs: 1_000 })

/** Makes an error that `call` throws synchronously a rejection, too. */
export function attempt<T>(call: () => Promise<T>): Promise<T> {
  try {
    return call()
  } catch (error) {
    return Promise.reject(error)
  }
}
