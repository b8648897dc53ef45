import { coalesce } from './coalesce.ts'
import type { DeviceState } from './device-state.ts'
import { withDistinctNames } from './names/distinct-names.ts'
import type { Observable } from './observable.ts'
import type { Clock, DeviceStore, OutboxEntry, ReadPosition } from './ports.ts'
import { createRedrawDelay } from './redraw-delay.ts'
import { type Entry, entryOfOutbox, entryOfTimeline } from './timeline/entry.ts'
import type { TimelineReader } from './timeline/timeline-reader.ts'
import { createTimelineView } from './timeline/timeline-window.ts'

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
  const timeline = createTimelineView(store, () => {})
  const delay = createRedrawDelay(clock.now)
  const sleep = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))
  const guarded = (run: () => Promise<void>, rest?: () => Promise<void>) => {
    const once = coalesce(run, rest)
    return () => once().catch(failed)
  }

  /** An outbox that is empty before and after keeps its array, so that no screen redraws. */
  function shown(outbox: readonly OutboxEntry[]): readonly Entry[] {
    const { outbox: before, deviceId } = state.get()
    if (outbox.length === 0 && before.length === 0) return before
    return outbox.map((it) => entryOfOutbox(it, deviceId))
  }

  /** Equal counts keep their object, so that no screen redraws. */
  function shownRead({ cursor, readUpTo, unread }: ReadPosition) {
    const before = state.get().unread
    const senders = Object.keys(unread)
    const isSame = senders.length === Object.keys(before).length && senders.every((it) => before[it] === unread[it])
    return { cursor, readUpTo, unread: isSame ? before : unread }
  }

  async function readInbox(move: () => Promise<void>): Promise<void> {
    await move()
    const window = timeline.window()
    // The state changes once for the whole transaction, so that a message enters the timeline and leaves the outbox in
    // the same frame.
    const [read, outbox] = await Promise.all([store.readPosition(), store.outbox()])
    state.set({
      timeline: { ...window, entries: window.entries.map(entryOfTimeline) },
      head: Math.max(head(), read.cursor),
      ...shownRead(read),
      outbox: shown(outbox),
    })
  }

  return {
    inbox: guarded(
      () => readInbox(timeline.refresh),
      () => sleep(delay(state.get().cursor)),
    ),
    read: guarded(async () => state.set(shownRead(await store.readPosition()))),
    outbox: guarded(async () => state.set({ outbox: shown(await store.outbox()) })),
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
    showOlder: () => readInbox(timeline.older),
    showNewer: () => readInbox(timeline.newer),
    showLatest: () => readInbox(timeline.latest),
  }
}

export type StateReader = ReturnType<typeof createStateReader>

/** An empty list keeps its array, so that no screen redraws. */
const sameIfEmpty = <T>(before: readonly T[], now: readonly T[]) =>
  before.length === 0 && now.length === 0 ? before : now
