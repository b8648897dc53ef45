import type { TimelineWindow } from '../../lib/core/device-state.ts'
import { type Entry, timeOf } from '../../lib/core/timeline/entry.ts'
import { fits } from '../../lib/core/timeline/filter.ts'
import { dayOf } from '../words/time/time.ts'
import type { Back } from './back/visit.ts'

/** A row of the list. Messages of one sender that belong together are a group: `first` begins it, `next` goes on. */
export type Row = { type: 'gone'; key: string } | { type: 'day'; key: string; at: number } | NewRow | MessageRow

/** Reading ended here. `lastAt`: when the message before it was stored. */
export interface NewRow {
  type: 'new'
  key: string
  back: Back
  lastAt: number | null
}

export interface MessageRow {
  type: 'message'
  key: string
  entry: Entry
  first: boolean
  next: Entry | null
  /** Messages of the group that wait to be sent, up to this one. */
  waiting: number
}

const GROUP_MS = 5 * 60_000
/**
 * A long run begins a new group after 10 to 20 messages, so that no screen is without a sender and a time. It does so at
 * round versions: when older messages come in, the groups on the screen stay as they are.
 */
const GROUP_LEAST = 10
const GROUP_MOST = 20

/**
 * The timeline and then the outbox, as rows with days between. A message keeps its key on its way from the outbox into
 * the timeline. The outbox comes after the newest message, so it is left out while newer messages are not loaded.
 */
export function rowsOf(
  timeline: TimelineWindow,
  outbox: readonly Entry[],
  { back = null, selfId = '' }: { back?: Back | null; selfId?: string } = {},
): Row[] {
  const isPinned = timeline.filter?.kind === 'pinned'
  // The mark that takes a pin away may still wait here.
  const entries = timeline.entries.filter((it) => !isPinned || (it.pinned && !it.deleted))
  if (!timeline.hasNewer) {
    const shown = new Set(entries.map((it) => it.id))
    entries.push(...outbox.filter((it) => it.kind === 'post' && !shown.has(it.id) && fits(timeline.filter, it)))
  }

  const rows: Row[] = []
  const gap = gapIndex(timeline)
  const line = back ? lineIndex(timeline, back.line, selfId) : null
  let last: MessageRow | null = null
  let size = 0
  entries.forEach((entry, index) => {
    if (index === gap) rows.push({ type: 'gone', key: 'gone' })
    if (index === line && back) {
      rows.push({ type: 'new', key: 'new', back, lastAt: entries[index - 1]?.storedAt ?? null })
    }
    const at = timeOf(entry)
    if (!last || dayOf(timeOf(last.entry)) !== dayOf(at)) rows.push({ type: 'day', key: `day ${entry.id}`, at })
    const first =
      index === gap || index === line || !last || isFull(size, last.entry, entry) || !belongTogether(last.entry, entry)
    if (!first && last) last.next = entry
    size = first ? 1 : size + 1
    const waits = entry.status.state === 'waiting' ? 1 : 0
    last = {
      type: 'message',
      key: entry.id,
      entry,
      first,
      next: null,
      waiting: (first ? 0 : (last?.waiting ?? 0)) + waits,
    }
    rows.push(last)
  })
  if (gap === entries.length) rows.push({ type: 'gone', key: 'gone' })
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

/** The index of the first entry that is new to the person; null when it is not in the window. */
function lineIndex({ entries, hasOlder }: TimelineWindow, line: number, selfId: string): number | null {
  const index = entries.findIndex(({ status, version, from, deleted }) => {
    return status.state !== 'onlyHere' && (version ?? 0) > line && from !== selfId && !deleted
  })
  // The new messages may begin before the window does.
  return index < 0 || (index === 0 && hasOlder) ? null : index
}

function isFull(size: number, last: Entry, { version }: Entry): boolean {
  if (version === null || last.version === null) return size >= GROUP_MOST
  const tenOf = (it: number) => Math.floor(it / GROUP_LEAST)
  return size >= GROUP_LEAST && tenOf(version) !== tenOf(last.version)
}

function belongTogether(a: Entry, b: Entry): boolean {
  if (a.from !== b.from || a.to !== b.to) return false
  const [first, second] = [timeOf(a), timeOf(b)]
  return Math.abs(second - first) < GROUP_MS && dayOf(first) === dayOf(second)
}
