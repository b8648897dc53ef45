import type { TimelineWindow } from '../../lib/core/device-state.ts'
import { type Entry, timeOf } from '../../lib/core/timeline/entry.ts'
import { dayOf } from '../words/time/time.ts'

/** A row of the list. `first` and `last` mark the ends of a run of messages that belong together. */
export type Row =
  | { type: 'gone'; key: string }
  | { type: 'day'; key: string; at: number }
  | { type: 'message' | 'outbox'; key: string; entry: Entry; first: boolean; last: boolean }

const RUN_MS = 5 * 60_000

/**
 * The timeline and then the outbox, as rows with days between. A message keeps its key on its way from the outbox into
 * the timeline. The outbox comes after the newest message, so it is left out while newer messages are not loaded.
 */
export function rowsOf(timeline: TimelineWindow, outbox: readonly Entry[]): Row[] {
  const entries = [...timeline.entries]
  if (!timeline.hasNewer) {
    const shown = new Set(entries.map((it) => it.id))
    entries.push(...outbox.filter((it) => it.kind === 'post' && !shown.has(it.id)))
  }

  const rows: Row[] = []
  const gap = gapIndex(timeline)
  const addGap = (index: number) => index === gap && rows.push({ type: 'gone', key: 'gone' })
  entries.forEach((entry, index) => {
    addGap(index)
    const [before, after] = [entries[index - 1], entries[index + 1]]
    const at = timeOf(entry)
    if (!before || dayOf(timeOf(before)) !== dayOf(at)) rows.push({ type: 'day', key: `day ${entry.id}`, at })
    rows.push({
      type: index < timeline.entries.length ? 'message' : 'outbox',
      key: entry.id,
      entry,
      first: index === gap || !belongTogether(before, entry),
      last: index + 1 === gap || !belongTogether(entry, after),
    })
  })
  addGap(entries.length)
  return rows
}

/** The newest message from another device among these rows: its version, or 0. The sender of a message needs no sign of it. */
export function newestReceived(rows: readonly Row[], selfId: string): number {
  for (const row of rows.toReversed()) {
    if (row.type !== 'message' || row.entry.status.state === 'onlyHere' || row.entry.from === selfId) continue
    return row.entry.version ?? 0
  }
  return 0
}

/**
 * The index of the first entry after a gap: retention removed messages there before this device could fetch them. Null
 * when the gap is not in the window.
 */
function gapIndex({ entries, goneUpTo, hasOlder, hasNewer }: TimelineWindow): number | null {
  if (goneUpTo === 0) return null
  const index = entries.findIndex(({ status, version }) => status.state !== 'onlyHere' && (version ?? 0) > goneUpTo)
  if (index < 0) return hasNewer ? null : entries.length
  return index === 0 && hasOlder ? null : index
}

function belongTogether(a: Entry | undefined, b: Entry | undefined): boolean {
  if (!a || !b || a.from !== b.from || a.to !== b.to) return false
  const [first, second] = [timeOf(a), timeOf(b)]
  return Math.abs(second - first) < RUN_MS && dayOf(first) === dayOf(second)
}
