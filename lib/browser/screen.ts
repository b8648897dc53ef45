import { coalesce } from '../core/coalesce.ts'
import type { DeviceState } from '../core/device-state.ts'
import type { Store } from '../core/observable.ts'
import { createTimelineView } from '../core/timeline/timeline-window.ts'
import type { LocalStore } from '../storage/device-store.ts'
import { createDrawingRest } from './redraw-delay.ts'

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * Keeps what the screen shows in step with the storage. Reads may fail with the storage; `troubled` then hears of it. `head` is
 * the mother's as last known.
 */
export function createScreen(
  deviceStore: LocalStore,
  store: Store<DeviceState>,
  troubled: (error: unknown) => void,
  head: () => number,
) {
  const timeline = createTimelineView(deviceStore, () => {})
  const restAfter = createDrawingRest(() => performance.now())
  const guarded = (run: () => Promise<void>, rest?: () => Promise<void>) => {
    const once = coalesce(run, rest)
    return () => once().catch(troubled)
  }
  const readInbox = async (move: () => Promise<void>) => {
    await move()
    // One snapshot for all that one transaction changed: a message that arrives leaves the outbox in the same frame.
    const [position, outbox] = await Promise.all([deviceStore.position(), deviceStore.outbox()])
    const { cursor } = position
    store.set({ timeline: timeline.window(), cursor, head: Math.max(head(), cursor), outbox })
  }

  return {
    inbox: guarded(
      () => readInbox(timeline.refresh),
      () => sleep(restAfter(store.get().cursor)),
    ),
    outbox: guarded(async () => store.set({ outbox: await deviceStore.outbox() })),
    devices: guarded(async () => {
      const devices = await deviceStore.devices()
      const { deviceId, name } = store.get()
      store.set({ devices, name: devices.find((it) => it.deviceId === deviceId)?.name ?? name })
    }),
    older: () => readInbox(timeline.older),
    newer: () => readInbox(timeline.newer),
    latest: () => readInbox(timeline.latest),
  }
}

export type Screen = ReturnType<typeof createScreen>
