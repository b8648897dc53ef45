import type { WaitReason } from './wait-reason.ts'

/**
 * The connection of one tab of a device, as a pure state machine.
 *
 *                 conditions met                hello              level
 *   blocked ────────────────────▶ connecting ─────────▶ catchingUp ─────▶ live
 *   (following, switchedOff,       ▲      │                 ▲  │           │ │
 *    offline)                timer │      │ lost        behind └───────────┘ │
 *        ▲                         │      ▼                                  │
 *        └── conditions gone ──  waiting ◀────────────── lost ───────────────┘
 *
 * signedOut and revoked end this run: only new credentials help.
 *
 * Invariants: only `connecting`, `catchingUp` and `live` have a connection. A blocked state goes to `connecting` only if
 * the conditions allow it or a person asks. Every other way to `connecting` comes through `waiting`.
 */
export interface Conditions {
  /** This tab holds the device's one connection. */
  holder: boolean
  switchedOn: boolean
  /** The browser's report. A device believes `false`; `true` only makes a try worthwhile. */
  network: boolean
}

export type Connection =
  | { state: 'following' }
  | { state: 'switchedOff' }
  | { state: 'offline' }
  | { state: 'connecting'; attempt: number }
  | { state: 'catchingUp'; attempt: number }
  | { state: 'live'; attempt: number; since: number }
  | { state: 'waiting'; attempt: number; until: number; reason: WaitReason }
  | { state: 'signedOut' }
  | { state: 'revoked' }

export type ConnectionEvent =
  | { type: 'conditions' }
  | { type: 'hello' }
  /** The pull that a new connection or a gap asked for has reached head; `at` is ms since the epoch. */
  | { type: 'level'; at: number }
  | { type: 'behind' }
  /**
   * The server closed or refused the connection, or a pull failed. The device tries again at `until` (ms since the
   * epoch).
   */
  | { type: 'lost'; attempt: number; until: number; reason: WaitReason }
  | { type: 'timer' }
  /** A person, or a tab that became visible, wants a connection now. */
  | { type: 'nudge' }
  | { type: 'unauthenticated' }
  | { type: 'revoked' }

type State = Connection['state']
type Type = ConnectionEvent['type']
type Of<S extends State> = Extract<Connection, { state: S }>
type EventOf<T extends Type> = Extract<ConnectionEvent, { type: T }>
type Cell<S extends State, T extends Type> = (now: Of<S>, event: EventOf<T>, conditions: Conditions) => Connection
type Table = { [S in State]: { [T in Type]: Cell<S, T> } }

const stay = <C extends Connection>(now: C): Connection => now
const signedOut = (): Connection => ({ state: 'signedOut' })
const revoked = (): Connection => ({ state: 'revoked' })
const connect = (attempt = 0): Connection => ({ state: 'connecting', attempt })

function blocked(conditions: Conditions): Connection | null {
  if (!conditions.switchedOn) return { state: 'switchedOff' }
  if (!conditions.network) return { state: 'offline' }
  return conditions.holder ? null : { state: 'following' }
}

const unblock = (_now: Connection, _event: unknown, conditions: Conditions) => blocked(conditions) ?? connect()
const unlessBlocked = (now: Connection, _event: unknown, conditions: Conditions) => blocked(conditions) ?? now
const lost = (_now: Connection, event: EventOf<'lost'>, conditions: Conditions) =>
  blocked(conditions) ?? { state: 'waiting' as const, attempt: event.attempt, until: event.until, reason: event.reason }
/** A browser may report no network although the server is on this very machine, so a person's wish is worth one try. */
const tryAnyway = (now: Connection, _event: unknown, conditions: Conditions) =>
  blocked({ ...conditions, network: true }) ? now : connect()

/** No connection is open in these states, so an event of a connection comes too late to count. */
const closedRow = {
  hello: stay,
  level: stay,
  behind: stay,
  lost: stay,
  timer: stay,
  unauthenticated: signedOut,
  revoked,
}
const finalRow = { conditions: stay, hello: stay, level: stay, behind: stay, lost: stay, timer: stay, nudge: stay }

export const transitions: Table = {
  following: { ...closedRow, conditions: unblock, nudge: stay },
  switchedOff: { ...closedRow, conditions: unblock, nudge: stay },
  offline: { ...closedRow, conditions: unblock, nudge: tryAnyway },
  connecting: {
    conditions: unlessBlocked,
    hello: (now) => ({ state: 'catchingUp', attempt: now.attempt }),
    level: stay,
    behind: stay,
    lost,
    timer: stay,
    nudge: stay,
    unauthenticated: signedOut,
    revoked,
  },
  catchingUp: {
    conditions: unlessBlocked,
    hello: stay,
    level: (now, event) => ({ state: 'live', attempt: now.attempt, since: event.at }),
    behind: stay,
    lost,
    timer: stay,
    nudge: stay,
    unauthenticated: signedOut,
    revoked,
  },
  live: {
    conditions: unlessBlocked,
    hello: stay,
    level: stay,
    behind: (now) => ({ state: 'catchingUp', attempt: now.attempt }),
    lost,
    timer: stay,
    nudge: (now) => ({ state: 'catchingUp', attempt: now.attempt }),
    unauthenticated: signedOut,
    revoked,
  },
  waiting: {
    conditions: unlessBlocked,
    hello: stay,
    level: stay,
    behind: stay,
    lost: stay,
    timer: (now) => connect(now.attempt),
    nudge: (now) => connect(now.attempt),
    unauthenticated: signedOut,
    revoked,
  },
  signedOut: { ...finalRow, unauthenticated: stay, revoked },
  revoked: { ...finalRow, unauthenticated: stay, revoked: stay },
}

export function transition(now: Connection, event: ConnectionEvent, conditions: Conditions): Connection {
  const cell = transitions[now.state][event.type] as Cell<State, Type>
  return cell(now as never, event as never, conditions)
}

/** A connection lost sooner than this does not count as stable, so the backoff goes on. */
const STABLE_MS = 30_000

/** The number of the next try after losing `connection` at `at`. It starts over only after a stable time. */
export function nextAttempt(connection: Connection, at: number): number {
  if (connection.state === 'live') return at - connection.since >= STABLE_MS ? 1 : connection.attempt + 1
  return 'attempt' in connection ? connection.attempt + 1 : 1
}

/** Whether a connection is open (or being opened) in this state. */
export function isConnected(state: State): boolean {
  return state === 'connecting' || state === 'catchingUp' || state === 'live'
}
