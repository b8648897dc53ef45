import { createHash } from 'node:crypto'
import type { Event, Happening } from './event.ts'

export interface History {
  add(happening: Happening): void
  /** A number for the next call. */
  nextCall(): number
  /** The same seed gives the same hash: this proves determinism. */
  hash(): string
}

/** Keeps no event, because a long life has more of them than fit into memory: `listen` takes what it needs. */
export function createHistory(now: () => number, listen: (event: Event) => void): History {
  const hash = createHash('sha256')
  let calls = 0
  return {
    add(happening) {
      const event: Event = { at: now(), ...happening }
      hash.update(JSON.stringify(event))
      listen(event)
    },
    nextCall: () => ++calls,
    hash: () => hash.copy().digest('hex').slice(0, 16),
  }
}
