import type { Bus } from './ports/bus.ts'
import type { Presence } from './ports/presence.ts'
import type { Store } from './ports/store.ts'

/** What the mother needs of the world. */
export interface MotherDeps {
  store: Store
  bus: Bus
  /** Without it: of this process alone. */
  presence?: Presence
  /** ms since the epoch. People read it: it is the clock as it is, right or wrong. */
  now: () => number
  /** From when the age of a message counts that is stored now, in ms since the epoch. Without it: `now`. */
  agesFrom?: () => number
  randomBytes: (size: number) => Uint8Array
  /** Where people reach this server, without a slash at the end; asked for each time, because a port may be given late. */
  baseUrl: () => string
  /** Of work in the background that nobody waits for. */
  onError: (error: unknown) => void
}
