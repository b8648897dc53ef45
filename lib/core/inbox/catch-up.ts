import type { Batch } from '../../protocol/batch.ts'
import { RoostError } from '../../protocol/error.ts'
import { limits } from '../../protocol/limits.ts'
import type { Applied, DeviceStore, Position, Transport } from '../ports.ts'
import type { Acker } from './acker.ts'

/** The part of a store that a run needs. */
export type CatchUpStore = Pick<
  DeviceStore,
  'position' | 'apply' | 'skipTo' | 'rebuilding' | 'beginRebuild' | 'applyRebuild' | 'finishRebuild'
>

export interface CatchUpDeps {
  store: CatchUpStore
  pull: Transport['pull']
  acker: Acker
  signal: AbortSignal
  /** Called after every batch that was made durable. */
  report: (progress: CatchUpProgress) => void
}

export interface CatchUpProgress {
  cursor: number
  head: number
  added: number
  /** The run fills a new generation, because the server's history is not the one that this device knew. */
  rebuilding: boolean
}

/** The place of a device in step: its cursor is the server's head. */
export interface Level {
  position: Position
  head: number
}

/** How often a run may start over (floor moved, history replaced, another writer) before it gives up. */
const MAX_RESTARTS = 5

/**
 * How many pages share one ack: an ack costs the server a sync to disk while the next page waits. If a run is cut off,
 * the next run acknowledges what is durable.
 */
const ACK_PAGES = 10

/**
 * Pulls until this device is level. A run that was cut off continues from what is durable.
 * @throws RoostError for a refusal by the server; TransportError; StorageError; the signal's reason.
 */
export async function catchUp(deps: CatchUpDeps): Promise<Level> {
  for (let restarts = 0; ; restarts++) {
    try {
      const level = (await deps.store.rebuilding()) ? await rebuild(deps) : await follow(deps)
      if (level) return level
    } catch (error) {
      if (restarts >= MAX_RESTARTS || !(await turned(deps.store, error))) throw error
      continue
    }
    if (restarts >= MAX_RESTARTS) throw new RoostError('internal', 'Another writer keeps moving this storage.')
  }
}

/** Adapts the storage to a refusal. Answers whether another run makes sense. */
async function turned(store: CatchUpStore, error: unknown): Promise<boolean> {
  if (!(error instanceof RoostError)) return false
  const floor = error.wire.floor ?? 0
  const building = await store.rebuilding()
  if (error.code === 'cursor_expired') {
    await (building ? store.beginRebuild(floor) : store.skipTo(floor))
    return true
  }
  if (error.code === 'history_forked') {
    await store.beginRebuild(floor)
    return true
  }
  return false
}

async function follow({ store, ...deps }: CatchUpDeps): Promise<Level | null> {
  return run(deps, await store.position(), (batch, generation) => store.apply([batch], generation), deps.acker)
}

async function rebuild({ store, ...deps }: CatchUpDeps): Promise<Level | null> {
  const building = await store.rebuilding()
  if (!building) return null
  const level = await run(deps, building, (batch, generation) => store.applyRebuild([batch], generation), null)
  if (!level) return null
  const position = await store.finishRebuild(level.position.generation)
  deps.acker.note(position)
  return { position, head: level.head }
}

/** Fetches the next page while the last one commits. Answers null when another writer moved the cursor in between. */
async function run(
  { pull, signal, report }: Omit<CatchUpDeps, 'store'>,
  start: Position,
  apply: (batch: Batch, generation: number) => Promise<Applied>,
  acker: Acker | null,
): Promise<Level | null> {
  let next = pull(request(start.cursor, start.digest))
  for (let pages = 1; ; pages++) {
    const batch = await next
    signal.throwIfAborted()
    const last = batch.upTo >= batch.head
    if (!last) {
      next = pull(request(batch.upTo, batch.digest))
      // The loop awaits this failure later. Until then it must not count as unhandled.
      next.catch(() => {})
    }
    const applied = await apply(batch, start.generation)
    signal.throwIfAborted()
    if (applied.outcome === 'applied' && (last || pages % ACK_PAGES === 0)) acker?.note(applied.position)
    if (applied.outcome === 'gap') return null
    const added = applied.outcome === 'old' ? 0 : applied.added
    report({ cursor: applied.position.cursor, head: batch.head, added, rebuilding: acker === null })
    if (last) return { position: applied.position, head: batch.head }
    if (batch.upTo <= batch.from) throw new RoostError('internal', 'The mother answered a pull that does not move on.')
  }
}

function request(after: number, digest: string | null) {
  return digest === null ? { after, limit: limits.pullMax } : { after, digest, limit: limits.pullMax }
}
