import type { Batch } from '../../protocol/batch.ts'
import { RoostError } from '../../protocol/error.ts'
import type { Message } from '../../protocol/message.ts'

/** The part of a Position that the inbox rule reads and moves. */
export interface Mark {
  cursor: number
  digest: string | null
}

export type Received =
  | { outcome: 'applied'; mark: Mark; messages: Message[] }
  | { outcome: 'old'; mark: Mark; messages: [] }
  /** A batch began after the cursor, so versions are missing. `messages` holds those taken before the gap. */
  | { outcome: 'gap'; mark: Mark; messages: Message[] }

/**
 * The inbox rule. It decides which messages a device stores, and where the cursor stands afterwards. It holds for any
 * batches in any order:
 *
 *     cursor ──────────●
 *     batch   ├────────┤                     old: ignored
 *     batch       ├────────────┤             taken: only the part after the cursor
 *     batch               ├───────────┤      gap: not taken, pull
 *
 * 1. The cursor never moves past a version that no batch has covered.
 * 2. The rule returns every message at most once, ascending.
 * 3. It returns exactly the batches' messages between the old cursor and the new one.
 *
 * @throws RoostError `internal` when a batch does not match its own range. Storing it could skip or repeat messages.
 */
export function receive(start: Mark, batches: readonly Batch[]): Received {
  let mark = start
  let gap = false
  const messages: Message[] = []
  // Sorted, so that two batches that arrived in the wrong order leave no gap.
  for (const batch of batches.toSorted((a, b) => a.from - b.from)) {
    checkRange(batch)
    if (batch.from > mark.cursor) {
      gap = true
      break
    }
    // An empty range at the cursor is old, unless it brings a digest that was unknown.
    if (batch.upTo < mark.cursor || (batch.upTo === mark.cursor && mark.digest !== null)) continue
    for (const message of batch.messages) if (message.version > mark.cursor) messages.push(message)
    mark = { cursor: batch.upTo, digest: batch.digest }
  }
  if (gap) return { outcome: 'gap', mark, messages }
  return mark === start ? { outcome: 'old', mark, messages: [] } : { outcome: 'applied', mark, messages }
}

function checkRange(batch: Batch): void {
  let last = batch.from
  const ascending = batch.messages.every(({ version }) => {
    const follows = version > last
    last = version
    return follows
  })
  if (!ascending || last > batch.upTo) {
    throw new RoostError(
      'internal',
      `The mother sent a batch from ${batch.from} up to ${batch.upTo} that holds other versions.`,
    )
  }
}
