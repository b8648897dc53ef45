import type { TimelineWindow } from '../device-state.ts'
import type { TimelineEntry, TimelineReader } from './timeline-reader.ts'

/** Entries per read, and the most that a window shows. A window that grows beyond it drops entries at the far end. */
const PAGE = 100
const MOST = 400

export interface TimelineView {
  window(): TimelineWindow<TimelineEntry>
  /** Reads the window again after a change of the storage. */
  refresh(): Promise<void>
  older(): Promise<void>
  newer(): Promise<void>
  latest(): Promise<void>
}

/** The range of the timeline that the screen has loaded. Reads run one after the other. */
export function createTimelineView(reader: TimelineReader, changed: () => void): TimelineView {
  let window: TimelineWindow<TimelineEntry> = { entries: [], hasOlder: false, hasNewer: false, goneUpTo: 0 }
  /** A person has gone back in time. New messages must not move the entries that they look at. */
  let pinned = false
  let queue: Promise<void> = Promise.resolve()

  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const mine = queue.then(run)
    queue = mine.catch(() => {})
    return mine
  }

  function show(entries: TimelineEntry[], hasOlder: boolean, hasNewer: boolean, goneUpTo: number): void {
    window = { entries, hasOlder, hasNewer, goneUpTo }
    changed()
  }

  async function readLatest(): Promise<void> {
    pinned = false
    const [entries, goneUpTo] = await Promise.all([reader.latest(PAGE + 1), reader.goneUpTo()])
    show(entries.slice(-PAGE), entries.length > PAGE, false, goneUpTo)
  }

  async function reread(): Promise<void> {
    const first = window.entries[0]
    if (!first || !(pinned || window.entries.length < MOST)) return readLatest()
    const room = pinned ? window.entries.length : MOST
    const [entries, older, goneUpTo] = await Promise.all([
      reader.from(first, room + 1),
      reader.before(first, 1),
      reader.goneUpTo(),
    ])
    const more = entries.length > room
    // More messages came than the window holds, and a person who follows the newest wants to see those.
    if (more && !pinned) return readLatest()
    show(entries.slice(0, room), older.length > 0, more, goneUpTo)
  }

  let due: Promise<void> | null = null

  return {
    window: () => window,
    latest: () => inTurn(readLatest),
    refresh() {
      due ??= inTurn(() => {
        due = null
        return reread()
      })
      return due
    },
    older: () =>
      inTurn(async () => {
        const first = window.entries[0]
        if (!first) return readLatest()
        pinned = true
        const older = await reader.before(first, PAGE + 1)
        const entries = [...older.slice(-PAGE), ...window.entries]
        show(
          entries.slice(0, MOST),
          older.length > PAGE,
          window.hasNewer || entries.length > MOST,
          await reader.goneUpTo(),
        )
      }),
    newer: () =>
      inTurn(async () => {
        const last = window.entries.at(-1)
        if (!last) return readLatest()
        const newer = await reader.after(last, PAGE + 1)
        const entries = [...window.entries, ...newer.slice(0, PAGE)]
        const hasNewer = newer.length > PAGE
        pinned = hasNewer
        show(entries.slice(-MOST), window.hasOlder || entries.length > MOST, hasNewer, await reader.goneUpTo())
      }),
  }
}
