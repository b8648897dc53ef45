import { coalesce } from './coalesce.ts'
import type { DeviceState } from './device-state.ts'
import { withDistinctNames } from './names/distinct-names.ts'
import type { Observable } from './observable.ts'
import type { Clock, DeviceStore, OutboxEntry, ReadPosition } from './ports.ts'
import { createReadsInOrder } from './reads-in-order.ts'
import { createRedrawDelay } from './redraw-delay.ts'
import { type Entry, entryOfOutbox, entryOfTimeline } from './timeline/entry.ts'
import type { TimelineFilter } from './timeline/filter.ts'
import { createLaterView } from './timeline/later-view.ts'
import { nothingPending, pendingOf, withPending } from './timeline/pending.ts'
import { createPinnedView } from './timeline/pinned-view.ts'
import { MOST_PINS, pinsWith } from './timeline/pins.ts'
import { sameEntries } from './timeline/same-entries.ts'
import type { TimelineReader } from './timeline/timeline-reader.ts'
import { createTimelineView, type TimelineView } from './timeline/timeline-window.ts'

const PATIENCE_MS = 150

export interface StateReaderDeps {
  store: DeviceStore & TimelineReader
  state: Observable<DeviceState>
  clock: Clock
  /** The server's head as last known. */
  head: () => number
  /** The store says when its list of devices was last true. */
  listed: (at: number | null) => void
  /** The store failed at a read. */
  failed: (error: unknown) => void
}

/** Reads the state's parts from the device's store. Changes during a read of a part share the next read. */
export function createStateReader({ store, state, clock, head, listed, failed }: StateReaderDeps) {
  function viewOf(filter: TimelineFilter | null): TimelineView {
    if (filter === null) return createTimelineView(store, () => {})
    return filter.kind === 'pinned' ? createPinnedView(store) : createLaterView(store, filter)
  }
  // A store that was opened again goes on with what the person has chosen.
  let timeline = viewOf(state.get().timeline.filter)
  const beginInbox = createReadsInOrder()
  const beginOutbox = createReadsInOrder()
  const beginRead = createReadsInOrder()
  const delay = createRedrawDelay(clock.now)
  const sleep = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))
  const guarded = (run: () => Promise<void>, rest?: () => Promise<void>) => {
    const once = coalesce(run, rest)
    return () => once().catch(failed)
  }

  /** The entries of the timeline without what waits in the outbox. */
  let received: readonly Entry[] = []
  let pending = nothingPending
  /** As it was stored when it was read last. */
  let stored: readonly OutboxEntry[] = []
  /** The stored pins without what waits in the outbox. */
  let pinned: readonly Entry[] = []

  /**
   * An outbox that is empty before and after keeps its array, so that no screen redraws. So do the received entries
   * while no edit, delete or mark waits.
   */
  function shown(outbox: readonly OutboxEntry[]): Pick<DeviceState, 'outbox' | 'pins'> & { entries: readonly Entry[] } {
    const { outbox: before, pins, deviceId } = state.get()
    stored = outbox
    pending = pendingOf(outbox)
    const change = (it: Entry) => withPending(it, pending)
    const waiting =
      outbox.length === 0 && before.length === 0 ? before : outbox.map((it) => change(entryOfOutbox(it, deviceId)))
    const entries = pending === nothingPending ? received : received.map(change)
    const now = pinsWith(pending, pinned, [...entries, ...waiting])
    return { outbox: waiting, entries, pins: sameEntries(pins, now) }
  }

  async function readOutbox(): Promise<void> {
    const isLatest = beginOutbox()
    const entries = await store.outbox()
    if (!isLatest()) return
    const wasPending = pending !== nothingPending
    const { outbox, pins, entries: changed } = shown(entries)
    const { timeline: before } = state.get()
    const isSame = !wasPending && pending === nothingPending
    state.set({ outbox, pins, ...(isSame ? {} : { timeline: { ...before, entries: changed } }) })
  }

  /** Equal counts keep their object, so that no screen redraws. */
  function shownRead({ cursor, readUpTo, unread }: ReadPosition) {
    const before = state.get().unread
    const senders = Object.keys(unread)
    const isSame = senders.length === Object.keys(before).length && senders.every((it) => before[it] === unread[it])
    return { cursor, readUpTo, unread: isSame ? before : unread }
  }

  async function readInbox(move: (view: TimelineView) => Promise<void>): Promise<void> {
    const view = timeline
    await move(view)
    const window = view.window()
    const isLatest = beginInbox()
    const isLatestOutbox = beginOutbox()
    const isLatestRead = beginRead()
    // The state changes once for the whole transaction, so that a message enters the timeline and leaves the outbox in
    // the same frame.
    const [read, outbox, pins] = await Promise.all([store.readPosition(), store.outbox(), store.pins(MOST_PINS)])
    // The person may have chosen another part of the history meanwhile.
    if (view !== timeline || !isLatest()) return
    pinned = pins.map(entryOfTimeline)
    received = sameEntries(received, window.entries.map(entryOfTimeline))
    const now = shown(isLatestOutbox() ? outbox : stored)
    state.set({
      timeline: { ...window, entries: now.entries },
      head: Math.max(head(), read.cursor),
      ...(isLatestRead() && shownRead(read)),
      outbox: now.outbox,
      pins: now.pins,
    })
  }

  return {
    inbox: guarded(
      () => readInbox((it) => it.refresh()),
      () => sleep(delay(state.get().cursor)),
    ),
    read: guarded(async () => {
      const isLatest = beginRead()
      const position = await store.readPosition()
      if (isLatest()) state.set(shownRead(position))
    }),
    outbox: guarded(readOutbox),
    drafts: guarded(async () => state.set({ drafts: await store.drafts() })),
    devices: guarded(async () => {
      const [list, unseen, told] = await Promise.all([store.deviceList(), store.joined(), store.news()])
      const devices = withDistinctNames(list.devices)
      const { deviceId, name, ...before } = state.get()
      const own = devices.find((it) => it.deviceId === deviceId)?.name ?? name
      const [joined, news] = [sameIfEmpty(before.joined, unseen), sameIfEmpty(before.news, told)]
      const former = sameIfEmpty(before.former, list.former)
      state.set({ devices, former, joined, news, colours: list.colours, name: own })
      listed(list.listedAt)
    }),
    showOlder: () => readInbox((it) => it.older()),
    showNewer: () => readInbox((it) => it.newer()),
    showLatest: () => readInbox((it) => it.latest()),
    showAt: (version: number) => readInbox((it) => it.at(version)),
    async showOnly(filter: TimelineFilter | null): Promise<void> {
      timeline.stop()
      timeline = viewOf(filter)
      const mine = timeline
      // A search of a long history takes a moment. The list of before must not stand under another title.
      const cancel = clock.after(PATIENCE_MS, () => {
        if (mine === timeline) state.set({ timeline: { ...mine.window(), entries: [], hasOlder: true } })
      })
      await readInbox((it) => it.latest())
      cancel()
    },
  }
}

export type StateReader = ReturnType<typeof createStateReader>

/** An empty list keeps its array, so that no screen redraws. */
const sameIfEmpty = <T>(before: readonly T[], now: readonly T[]) =>
  before.length === 0 && now.length === 0 ? before : now
