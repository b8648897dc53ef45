import type { TimelineWindow } from '../device-state.ts'
import type { DeviceFilter } from './filter.ts'
import type { Anchor, Found, TimelineEntry, TimelineReader } from './timeline-reader.ts'
import type { TimelineView } from './timeline-window.ts'

/** Entries per read, and the most that a window shows; the same as in the whole timeline. */
const PAGE = 100
const MOST = 400
/** A read that has found something stops after so many steps: the screen shows it and asks for more. */
const STEPS = 16

interface Collected {
  found: TimelineEntry[]
  next: Anchor | null
}

/**
 * The part of the history that fits a filter, as a window like that of the whole timeline. It searches page by page, in
 * a transaction each, because one message in a thousand may fit.
 */
export function createFilteredView(reader: TimelineReader, filter: DeviceFilter): TimelineView {
  let window: TimelineWindow<TimelineEntry> = empty(filter)
  let generation = 0
  /** The search goes on here: above the window, and below it. Null: there is nothing older. */
  let top: Anchor | null = null
  let bottom: Anchor = 0
  let pinned = false
  let stopped = false
  let queue: Promise<void> = Promise.resolve()

  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const mine = queue.then(run)
    queue = mine.catch(() => {})
    return mine
  }

  async function collect(from: Anchor, direction: 'older' | 'newer', want: number): Promise<Collected> {
    let found: TimelineEntry[] = []
    let next: Anchor | null = from
    for (let step = 1; next !== null && !stopped; step++) {
      const part: Found = await reader.find(filter, next, direction)
      generation = part.generation
      found = direction === 'older' ? [...part.entries, ...found] : [...found, ...part.entries]
      next = part.next
      if (found.length >= want || (found.length > 0 && step >= STEPS)) break
    }
    return { found, next }
  }

  function show(entries: readonly TimelineEntry[], hasNewer: boolean): void {
    window = { entries, hasOlder: top !== null, hasNewer, goneUpTo: 0, filter }
  }

  async function readLatest(): Promise<void> {
    pinned = false
    const [newest] = await reader.latest(1)
    const { found, next } = await collect(Number.POSITIVE_INFINITY, 'older', PAGE)
    bottom = newest ?? 0
    const entries = found.slice(-PAGE)
    top = entries.length < found.length ? (entries[0] ?? null) : next
    show(entries, false)
  }

  async function refresh(): Promise<void> {
    const entries = generation === 0 ? null : await reader.readAgain(window.entries, generation)
    if (entries === null) return readLatest()
    if (window.hasNewer) return show(entries, true)
    const { found, next } = await collect(bottom, 'newer', MOST)
    const newer = unknown(entries, found)
    const room = pinned ? MOST - entries.length : newer.length
    // More came than the window holds, and the person follows the newest.
    if (!pinned && newer.length >= MOST) return readLatest()
    const isCut = newer.length > room
    bottom = (isCut ? newer[room - 1] : (next ?? newer.at(-1))) ?? bottom
    append(entries, newer.slice(0, room), isCut)
  }

  function append(entries: readonly TimelineEntry[], newer: readonly TimelineEntry[], hasNewer: boolean): void {
    const all = [...entries, ...newer]
    const kept = all.slice(-MOST)
    if (kept.length < all.length) top = kept[0] ?? null
    show(kept, hasNewer)
  }

  async function older(): Promise<void> {
    if (top === null) return
    const before = generation
    const { found, next } = await collect(top, 'older', PAGE)
    if (generation !== before) return readLatest()
    pinned = true
    const read = found.slice(-PAGE)
    top = read.length < found.length ? (read[0] ?? null) : next
    const all = [...read, ...window.entries]
    const kept = all.slice(0, MOST)
    if (kept.length < all.length) bottom = kept.at(-1) ?? 0
    show(kept, window.hasNewer || kept.length < all.length)
  }

  async function newer(): Promise<void> {
    const before = generation
    const { found, next } = await collect(bottom, 'newer', PAGE)
    if (generation !== before) return readLatest()
    const fresh = unknown(window.entries, found)
    const read = fresh.slice(0, PAGE)
    const isCut = read.length < fresh.length
    bottom = (isCut ? read.at(-1) : next) ?? read.at(-1) ?? bottom
    append(window.entries, read, isCut || next !== null)
  }

  async function at(version: number): Promise<void> {
    if (window.entries.some((it) => it.message.version === version && !it.onlyHere)) return
    const half = PAGE / 2
    const before = await collect(version + 1, 'older', half)
    const after = await collect(version, 'newer', half)
    const entries = [...before.found.slice(-half), ...after.found.slice(0, half)]
    const hasNewer = after.next !== null
    top = before.found.length > half ? (entries[0] ?? null) : before.next
    bottom = (after.found.length > half ? entries.at(-1) : after.next) ?? entries.at(-1) ?? version
    pinned = true
    show(entries, hasNewer)
  }

  let due: Promise<void> | null = null
  return {
    window: () => window,
    latest: () => inTurn(readLatest),
    older: () => inTurn(older),
    newer: () => inTurn(newer),
    at: (version) => inTurn(() => at(version)),
    refresh() {
      due ??= inTurn(() => {
        due = null
        return refresh()
      })
      return due
    },
    stop() {
      stopped = true
    },
  }
}

const empty = (filter: DeviceFilter): TimelineWindow<TimelineEntry> => ({
  ...{ entries: [], hasOlder: false, hasNewer: false, goneUpTo: 0, filter },
})

/** A message that arrived during the search is found twice. */
function unknown(entries: readonly TimelineEntry[], found: readonly TimelineEntry[]): TimelineEntry[] {
  const known = new Set(entries.map((it) => it.message.messageId))
  return found.filter((it) => !known.has(it.message.messageId))
}
