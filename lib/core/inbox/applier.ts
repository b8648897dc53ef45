import type { Batch } from '../../protocol/batch.ts'
import type { Applied, DeviceStore, Position } from '../ports.ts'

/** Pushes kept while a pull is under way. More than this are dropped: a push is a hint, the next pull brings the rest. */
const MAX_HELD = 256

export interface Applier {
  push(batch: Batch): void
  /** A connection's first pull was answered at `position`: from here on pushes may be applied. */
  open(position: Position): void
  /** Pushes are held until the next `open`. */
  hold(): void
  /** Forgets what is held: those pushes came on a connection that is gone. */
  clear(): void
}

export interface ApplierDeps {
  store: Pick<DeviceStore, 'apply'>
  applied: (applied: Applied) => void
  /** A push began after the cursor. */
  gap: () => void
  failed: (error: unknown) => void
}

/** Applies pushes in the order of their arrival; whatever arrives during one transaction shares the next. */
export function createApplier(deps: ApplierDeps): Applier {
  let queue: Batch[] = []
  let generation: number | null = null
  let running = false

  async function drain(): Promise<void> {
    running = true
    try {
      while (generation !== null && queue.length > 0) {
        const batches = queue
        queue = []
        const applied = await deps.store.apply(batches, generation)
        deps.applied(applied)
        if (applied.outcome === 'gap') {
          generation = null
          deps.gap()
        }
      }
    } catch (error) {
      generation = null
      deps.failed(error)
    } finally {
      running = false
    }
  }

  const kick = () => {
    if (!running) void drain()
  }

  return {
    push(batch) {
      if (queue.length < MAX_HELD) queue.push(batch)
      kick()
    },
    open(position) {
      generation = position.generation
      kick()
    },
    hold() {
      generation = null
    },
    clear() {
      generation = null
      queue = []
    },
  }
}
