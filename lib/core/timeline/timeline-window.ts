import type { TimelineWindow } from '../device-state.ts'
import type { TimelineEntry, TimelineReader } from './timeline-reader.ts'

/** Entries per read, and the most that a window shows. A window that grows beyond it drops entries at the far end. */
const PAGE = 100
const MOST = 400
/** Entries before the one that a person goes to, and from it on. */
const AROUND = 50

export interface TimelineView {
  window(): TimelineWindow<TimelineEntry>
  /** Reads the window again after a change of the storage. */
  refresh(): Promise<void>
  older(): Promise<void>
  newer(): Promise<void>
  latest(): Promise<void>
  /** Shows the entries around this version, and stays there. */
  at(version: number): Promise<void>
  /** The view is not shown any more, so a search in it may end. */
  stop(): void
}

/** The range of the timeline that the screen has loaded. Reads run one after the other. */
export function createTimelineView(reader: TimelineReader, changed: () => void): TimelineView {
  let window: TimelineWindow<TimelineEntry> = {
    entries: [],
    hasOlder: false,
    hasNewer: false,
    goneUpTo: 0,
    filter: null,
  }
  /** A person has gone back in time. New messages come below what they look at, as far as there is room, and move nothing. */
  let pinned = false
  let queue: Promise<void> = Promise.resolve()

  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const mine = queue.then(run)
    queue = mine.catch(() => {})
    return mine
  }

  function show(entries: TimelineEntry[], hasOlder: boolean, hasNewer: boolean, goneUpTo: number): void {
    window = { entries, hasOlder, hasNewer, goneUpTo, filter: null }
    changed()
  }

  async function readLatest(): Promise<void> {
    pinned = false
    const [entries, goneUpTo] = await Promise.all([reader.latest(PAGE + 1), reader.goneUpTo()])
    show(entries.slice(-PAGE), entries.length > PAGE, false, goneUpTo)
  }

  async function reread(): Promise<void> {
    const first = window.entries[0]
    if (!first || (!pinned && window.entries.length >= MOST)) return readLatest()
    const room = pinned && window.hasNewer ? window.entries.length : MOST
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
    at: (version) =>
      inTurn(async () => {
        pinned = true
        if (window.entries.some((it) => it.message.version === version && !it.onlyHere)) return
        const [older, newer, goneUpTo] = await Promise.all([
          reader.before(version, AROUND + 1),
          reader.from(version, AROUND + 1),
          reader.goneUpTo(),
        ])
        const entries = [...older.slice(-AROUND), ...newer.slice(0, AROUND)]
        show(entries, older.length > AROUND, newer.length > AROUND, goneUpTo)
      }),
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
        show(entries.slice(-MOST), window.hasOlder || entries.length > MOST, hasNewer, await reader.goneUpTo())
      }),
    stop() {},
  }
}
