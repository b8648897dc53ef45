import { type Clock, TransportError } from '../ports.ts'

/** A slow link answers within this time. Socket.IO itself notices a dead connection after most of a minute. */
const PATIENCE_MS = 8_000

export interface Probe {
  /** Asks now. A question without an answer that a later one replaces counts no more. */
  now(): void
  stop(): void
}

/** Finds out whether an open connection still reaches the server. After a sleep it says so and may be dead. */
export function createProbe(clock: Clock, ask: () => Promise<unknown>, dead: (error: TransportError) => void): Probe {
  let latest = 0
  let cancel = () => {}

  function stop(): void {
    latest++
    cancel()
  }

  return {
    now() {
      stop()
      const mine = latest
      cancel = clock.after(PATIENCE_MS, () => dead(new TransportError('no_answer')))
      const answered = () => mine === latest && cancel()
      // A refusal is an answer, too.
      ask().then(answered, (error: unknown) => error instanceof TransportError || answered())
    },
    stop,
  }
}
