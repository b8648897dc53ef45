import type { Batch } from '../../protocol/batch.ts'
import type { Applied, DeviceStore, Position } from '../ports.ts'

/**
 * The most live batches held during a pull. The applier drops any more, because the next pull brings their messages
 * anyway.
 */
const MAX_HELD = 256

export interface Applier {
  push(batch: Batch): void
  /** The connection's first pull reached `position`. From here on live batches may be applied. */
  open(position: Position): void
  /** Holds live batches until the next `open`. */
  hold(): void
  /** Forgets the held batches, because their connection is gone. */
  clear(): void
}

export interface ApplierDeps {
  store: Pick<DeviceStore, 'apply'>
  applied: (applied: Applied) => void
  /** A live batch began after the cursor. */
  gap: () => void
  failed: (error: unknown) => void
}

/** Applies live batches in the order of their arrival. Batches that arrive during one transaction share the next. */
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
