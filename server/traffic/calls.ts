import { RoostError } from '../../lib/protocol/error.ts'

export interface Calls {
  /** @throws RoostError `unavailable` once stop was called. */
  run<T>(call: () => Promise<T>): Promise<T>
  /** Whether new clients should come to this node. */
  isOpen(): boolean
  /** Tells the balancer to send no new clients; calls are still served. */
  leave(): void
  /** Aborted once clients should go to another node: a call that only waits ends early. */
  stopping: AbortSignal
  /** Refuses new calls. Resolves when the running ones are done. */
  stop(): Promise<void>
}

/** Counts calls in flight, so that a stopping server can finish them first. */
export function createCalls(): Calls {
  let state: 'open' | 'leaving' | 'closed' = 'open'
  let inFlight = 0
  const idle = Promise.withResolvers<void>()
  const stopping = new AbortController()
  const settle = () => {
    if (state === 'closed' && inFlight === 0) idle.resolve()
  }
  const end = () => {
    inFlight -= 1
    settle()
  }
  return {
    run(call) {
      if (state === 'closed') return Promise.reject(refusal())
      inFlight += 1
      const called = attempt(call)
      called.then(end, end)
      return called
    },
    isOpen: () => state === 'open',
    stopping: stopping.signal,
    leave() {
      if (state === 'open') state = 'leaving'
      stopping.abort()
    },
    stop() {
      state = 'closed'
      stopping.abort()
      settle()
      return idle.promise
    },
  }
}

const refusal = () =>
  new RoostError('unavailable', 'the server is stopping; come back in a moment', { retryAfterMs: 1_000 })

/** Turns an error that `call` throws synchronously into a rejection. */
export function attempt<T>(call: () => Promise<T>): Promise<T> {
  try {
    return call()
  } catch (error) {
    return Promise.reject(error)
  }
}
