import type { DeviceStore } from '../../core/ports.ts'
import { devicesOf } from '../devices/devices.ts'
import { loadState, saveState } from '../load-state.ts'
import type { Tables } from '../tables.ts'
import { mayGiveBack, type Senders } from './give-back.ts'
import { everyOrphan, putOrphan } from './queue.ts'

/** See DeviceStore.giveBack. The beginning of the wait is stored, so that a reload does not restart it. */
export async function queueDue(
  tables: Tables,
  selfId: string,
  now: number,
  waitMs: number,
): ReturnType<DeviceStore['giveBack']> {
  const state = await loadState(tables)
  if (!state.waitForSenders) return { queued: 0, again: null }
  // A clock that was set back would make the wait endless.
  const since = Math.min(state.waitForSenders.since ?? now, now)
  const deviceIds = new Set((await devicesOf(tables)).map((it) => it.deviceId))
  const { queued, waiting } = await queueFrom(tables, { selfId, deviceIds, waitIsOver: now - since >= waitMs })
  const waitForSenders = waiting ? { since } : null
  if (waitForSenders?.since !== state.waitForSenders.since) saveState(tables, { ...state, waitForSenders })
  return { queued, again: waiting ? since + waitMs : null }
}

async function queueFrom(tables: Tables, senders: Senders): Promise<{ queued: number; waiting: boolean }> {
  let queued = 0
  let waiting = false
  for await (const orphan of everyOrphan(tables)) {
    if (orphan.giveBack.state !== 'waiting') continue
    if (mayGiveBack(orphan.entry.message.senderDeviceId, senders)) {
      putOrphan(tables, { ...orphan, giveBack: { state: 'due' } })
      queued++
    } else waiting = true
  }
  return { queued, waiting }
}
