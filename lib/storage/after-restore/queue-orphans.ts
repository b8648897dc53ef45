import type { DeviceStore } from '../../core/ports.ts'
import type { DeviceInfo } from '../../protocol/device.ts'
import { loadState, saveState } from '../state.ts'
import type { Tables } from '../tables.ts'
import { queueOffers } from './give-back-queue.ts'

export async function devicesOf(tables: Tables): Promise<DeviceInfo[]> {
  const record = await tables.meta.get('devices')
  return record?.name === 'devices' ? [...record.devices] : []
}

/** See DeviceStore.offerKept. The wait is stored, so that a reload does not begin it anew. */
export async function offerKept(
  tables: Tables,
  selfId: string,
  now: number,
  chanceMs: number,
): ReturnType<DeviceStore['offerKept']> {
  const state = await loadState(tables)
  if (!state.chance) return { offered: 0, again: null }
  // A clock that was set back would make it endless.
  const since = Math.min(state.chance.since ?? now, now)
  const deviceIds = new Set((await devicesOf(tables)).map((it) => it.deviceId))
  const senders = { selfId, deviceIds, chanceIsOver: now - since >= chanceMs }
  const { offered, waiting } = await queueOffers(tables, senders)
  const chance = waiting ? { since } : null
  if (chance?.since !== state.chance.since) saveState(tables, { ...state, chance })
  return { offered, again: waiting ? since + chanceMs : null }
}
