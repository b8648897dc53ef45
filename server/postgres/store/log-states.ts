/** A user's log as this node last wrote or read it. */
export interface LogState {
  head: number
  digest: Uint8Array
  revocations: number
  /** Some of the devices that were live at this count of revocations, and may receive. */
  live: ReadonlySet<string>
}

/** About 400 bytes each. */
const KEPT = 10_000

export interface LogStates {
  get(userId: string): LogState | undefined
  set(userId: string, state: LogState): void
  forget(userId: string): void
}

/** Adds the devices known before, if no device was revoked since. */
export function mergeLiveDevices(before: LogState | undefined, state: LogState): LogState {
  if (before?.revocations !== state.revocations) return state
  return { ...state, live: new Set([...before.live, ...state.live]) }
}

/**
 * The logs of the users who wrote here last. An entry may be old: it saves lookups, and the statement always checks it
 * against the row.
 */
export function createLogStates(kept = KEPT): LogStates {
  const states = new Map<string, LogState>()
  return {
    get: (userId) => states.get(userId),
    set(userId, state) {
      // Moves the entry to the end; the first is the user who has been silent longest.
      states.delete(userId)
      states.set(userId, state)
      const [oldest] = states.keys()
      if (states.size > kept && oldest !== undefined) states.delete(oldest)
    },
    forget: (userId) => void states.delete(userId),
  }
}
