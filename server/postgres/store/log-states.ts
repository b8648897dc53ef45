/** A user's log as this node left it, or found it. */
export interface LogState {
  head: number
  digest: Uint8Array
  revocations: number
  /** Devices that were live at this count of revocations: some of them. */
  live: ReadonlySet<string>
}

/** About 400 bytes each. */
const KEPT = 10_000

export interface LogStates {
  get(userId: string): LogState | undefined
  set(userId: string, state: LogState): void
  forget(userId: string): void
}

/** With the devices that were known before, if nobody was revoked since. */
export function mergeLiveDevices(before: LogState | undefined, state: LogState): LogState {
  if (before?.revocations !== state.revocations) return state
  return { ...state, live: new Set([...before.live, ...state.live]) }
}

/** Of the users who wrote here last. What is kept may be old: it saves looking, and is never believed without the row itself. */
export function createLogStates(kept = KEPT): LogStates {
  const states = new Map<string, LogState>()
  return {
    get: (userId) => states.get(userId),
    set(userId, state) {
      // Anew at the end: the first is the one that wrote longest ago.
      states.delete(userId)
      states.set(userId, state)
      const [oldest] = states.keys()
      if (states.size > kept && oldest !== undefined) states.delete(oldest)
    },
    forget: (userId) => void states.delete(userId),
  }
}
