import { createHash } from 'node:crypto'
import type { Event, Happening } from './event.ts'

export interface History {
  add(happening: Happening): void
  /** A number for the next call. */
  nextCall(): number
  events(): readonly Event[]
  /** The same seed gives the same hash: this proves determinism. */
  hash(): string
}

export function createHistory(now: () => number): History {
  const events: Event[] = []
  const hash = createHash('sha256')
  let calls = 0
  return {
    add(happening) {
      const event: Event = { at: now(), ...happening }
      events.push(event)
      hash.update(JSON.stringify(event))
    },
    nextCall: () => ++calls,
    events: () => events,
    hash: () => hash.copy().digest('hex').slice(0, 16),
  }
}
