import type { Backlog } from '../backlog.ts'

export interface StateEventDeps<State> {
  /** The present state. */
  read(): Promise<State>
  emit(state: State): void
  /** At most one event in so many ms. */
  everyMs: number
  backlog: Pick<Backlog, 'drained'>
  onError(error: unknown): void
}

export interface StateEvent {
  /** The state has changed, or the device must see it for the first time. */
  changed(): void
  stop(): void
}

/**
 * Tells one connection the newest state after changes. No change is lost: the state is read after the last one, and read
 * again if that failed.
 */
export function createStateEvent<State>({ read, emit, everyMs, backlog, onError }: StateEventDeps<State>): StateEvent {
  let pending = false
  let running = false
  let stopped = false
  let nextAt = 0
  let timer: NodeJS.Timeout | undefined

  const turn = () =>
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, nextAt - performance.now())).unref()
    })

  async function tell() {
    pending = false
    try {
      const state = await read()
      if (!stopped) emit(state)
    } catch (error) {
      pending = true
      onError(error)
    }
    nextAt = performance.now() + everyMs
  }

  async function run() {
    running = true
    while (pending && !stopped) {
      if (nextAt > performance.now()) await turn()
      await backlog.drained()
      if (!stopped) await tell()
    }
    running = false
  }

  return {
    changed() {
      pending = true
      if (!running && !stopped) void run()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
