import type { Bus } from './ports/bus.ts'
import type { Presence } from './ports/presence.ts'
import type { Hints } from './ports/push.ts'
import type { Store } from './ports/store.ts'

export interface MotherDeps {
  store: Store
  bus: Bus
  /** Default: the devices of this process only. */
  presence?: Presence
  /** Hears what concerns sleeping devices. Default: nobody does. */
  hints?: Hints
  /** The server can do these things beyond wire 1.0. Default: everything. */
  features?: readonly string[]
  /** ms since the epoch. People read this time, so it is the clock as it is, right or wrong. */
  now: () => number
  /** Retention counts the age of a new message from this time, in ms since the epoch. Default: `now`. */
  agesFrom?: () => number
  /** A token that was silent for this many ms is refused; 0, the default: never. */
  tokenIdleMs?: number
  /** Devices that an account may make within an hour. Default: any number. */
  devicesPerHour?: number | undefined
  randomBytes: (size: number) => Uint8Array
  /** The server's address for people, without a slash at the end. A function, because the port may be known late. */
  baseUrl: () => string
  /** Takes errors of background work that no caller waits for. */
  onError: (error: unknown) => void
}
