import { RoostError } from '../../protocol/error.ts'
import { coalesce } from '../coalesce.ts'
import { type Clock, type DeviceStore, StorageError, type Transport } from '../ports.ts'

const REST_MS = 2_000
const RETRY_MS = 30_000

export interface ReadReporterDeps {
  store: Pick<DeviceStore, 'readPosition' | 'confirmRead'>
  clock: Clock
  report: Transport['markRead']
  /** The read position of the store may have moved. */
  changed: () => void
  /** The server refused a position beyond its head. */
  forked: () => void
  failed: (error: unknown) => void
}

/** Tells the server what the person has read: only the newest position, at most every two seconds. */
export function createReadReporter({ store, clock, ...deps }: ReadReporterDeps) {
  /** Also kept here, because a rebuild after a restore begins with nothing read. */
  let known = 0
  let supported = true
  let connected = false
  let restMs = 0

  async function confirm(readUpTo: number, head?: number): Promise<void> {
    known = readUpTo
    await store.confirmRead(readUpTo, head)
    deps.changed()
  }

  async function report(): Promise<void> {
    restMs = 0
    if (!connected) return
    const { readUpTo, confirmed, cursor } = await store.readPosition()
    if (confirmed < known) await confirm(known)
    const version = Math.min(readUpTo, cursor)
    if (version <= Math.max(confirmed, known) || !connected) return
    restMs = REST_MS
    await confirm((await deps.report({ version })).readUpTo)
  }

  function refused(error: unknown): void {
    if (error instanceof StorageError) deps.failed(error)
    // A lost answer ends with the connection, and the next one reports again.
    if (!(error instanceof RoostError)) return
    restMs = error.wire.retryAfterMs ?? RETRY_MS
    if (error.code === 'history_forked') deps.forked()
    else void reportSoon()
  }

  const run = coalesce(
    () => report().catch(refused),
    () => new Promise((resolve) => (restMs > 0 ? clock.after(restMs, resolve) : resolve())),
  )
  const reportSoon = () => (supported ? run() : Promise.resolve())

  return {
    /** The server told where the inbox stands. Without readUpTo it keeps none (wire 1.0). */
    async heard({ readUpTo, head }: { readUpTo?: number | undefined; head: number }): Promise<void> {
      supported = readUpTo !== undefined
      if (readUpTo !== undefined) await confirm(readUpTo, head)
    },
    /** The server can be reached: reports whatever it does not have yet. */
    start() {
      connected = true
      void reportSoon()
    },
    /** The person has read on. */
    moved: () => void reportSoon(),
    stop() {
      connected = false
    },
  }
}
