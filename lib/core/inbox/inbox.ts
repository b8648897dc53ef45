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
  /** A batch began after the cursor: something is missing. `messages` is what could be taken before it. */
  | { outcome: 'gap'; mark: Mark; messages: Message[] }

/**
 * The inbox rule. What is to be stored, and where the cursor stands once it is, whatever batches come in whatever order:
 *
 *     cursor ──────────●
 *     batch   ├────────┤                     old: ignored
 *     batch       ├────────────┤             taken: only what lies beyond the cursor
 *     batch               ├───────────┤      gap: not taken, pull
 *
 * 1. The cursor never moves past a version that no batch has covered.
 * 2. Every message is answered at most once, ascending.
 * 3. What was answered lies between the old cursor and the new one, and nothing of the batches in between is left out.
 *
 * @throws RoostError `internal` when a batch is not the range that it says it is: storing it could skip or repeat.
 */
export function receive(start: Mark, batches: readonly Batch[]): Received {
  let mark = start
  let gap = false
  const messages: Message[] = []
  // Sorted, so that a pair that arrived in the wrong order leaves no gap.
  for (const batch of batches.toSorted((a, b) => a.from - b.from)) {
    checkRange(batch)
    if (batch.from > mark.cursor) {
      gap = true
      break
    }
    // An empty range at the cursor is old news, except that it tells a digest that was not known yet.
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
