import { isArrival, waitAgain } from '../../core/outbox/outbox.ts'
import { findMessage, pagesOf, wholeOf } from '../history.ts'
import { removePins } from '../marks/pins.ts'
import { allEntries } from '../outbox/outbox.ts'
import { type Line, newLine, type StoreState } from '../state.ts'
import type { Tables } from '../tables.ts'
import type { findOrphans } from './find-orphans.ts'

/** Begins a generation at `floor`, in place of one that was being built. */
export function beginRebuild(tables: Tables, state: StoreState, floor: number): StoreState & { building: Line } {
  if (state.building) removeGeneration(tables, state.building.generation)
  const generation = state.lastGeneration + 1
  // Versions below the floor count as gone even if this device had read beyond it: in the new history they may have been
  // other messages, which it has never seen.
  return { ...state, building: newLine(generation, floor), lastGeneration: generation }
}

/** Replaces the present generation by the one that was built. */
export async function finishRebuild(
  tables: Tables,
  state: StoreState,
  built: Line,
  selfId: string,
  find: typeof findOrphans,
): Promise<StoreState> {
  const versions = new Map<string, number>()
  for await (const page of pagesOf(tables, built.generation)) {
    for (const { messageId, version } of page.messages) versions.set(messageId, version)
  }

  const waiting = await find(tables, { selfId, old: state.present, built, versions })
  for (const entry of await allEntries(tables)) {
    const message = await findMessage(tables, built.generation, versions.get(entry.request.messageId) ?? 0)
    if (message && isArrival(entry, message, selfId)) tables.outbox.delete(entry.seq)
    else if (entry.state === 'sent') tables.outbox.put(waitAgain(entry))
  }
  removeGeneration(tables, state.present.generation)
  return { ...state, present: built, building: null, waitForSenders: waiting ? { since: null } : null }
}

function removeGeneration(tables: Tables, generation: number): void {
  tables.pages.delete(...wholeOf(generation))
  tables.changes.delete(...wholeOf(generation))
  removePins(tables, generation)
  tables.signatures.delete(...wholeOf(generation))
}
