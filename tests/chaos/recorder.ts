import type { Event, Happening } from '../simulation/history/event.ts'

/**
 * Records everything seen from outside, in the order in which it was seen. Whose each device is comes first: the server
 * may tell the others of a new device before the maker has its answer.
 */
export interface Recorder {
  add(it: Happening): void
  /** Records what the server said, after everything it has committed so far. */
  heard(it: Happening): void
  nextCall(): number
  nextConnection(): number
  events(): Event[]
}

export function createRecorder(now: () => number, look: () => void): Recorder {
  const devices: Event[] = []
  const events: Event[] = []
  let calls = 0
  let connections = 0
  const add = (it: Happening) =>
    void (it.type === 'device' ? devices.push({ at: 0, ...it }) : events.push({ at: now(), ...it }))
  return {
    add,
    heard(it) {
      look()
      add(it)
    },
    nextCall: () => ++calls,
    nextConnection: () => ++connections,
    events: () => [...devices, ...events],
  }
}
