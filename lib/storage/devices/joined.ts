import type { JoinedDevice } from '../../core/ports.ts'
import type { DeviceInfo } from '../../protocol/device.ts'
import type { Tables } from '../tables.ts'
import { devicesOf } from './devices.ts'

/** Devices that have joined the account and that the person has not been told about on this device. */
export async function joinedOf(tables: Tables): Promise<JoinedDevice[]> {
  const record = await tables.meta.get('joined')
  return record?.name === 'joined' ? [...record.unseen] : []
}

/** Keeps the list, and finds who has joined since the one before. */
export async function saveDevices(tables: Tables, selfId: string, devices: readonly DeviceInfo[]): Promise<void> {
  const [unseen, before] = await Promise.all([joinedOf(tables), devicesOf(tables)])
  const known = new Set([selfId, ...before.map((it) => it.deviceId)])
  const since = before.length > 0 ? -Infinity : (devices.find((it) => it.deviceId === selfId)?.createdAt ?? Infinity)
  const joined = devices.filter((it) => !known.has(it.deviceId) && it.createdAt > since)
  tables.meta.put({ name: 'devices', devices })
  if (joined.length > 0) {
    tables.meta.put({ name: 'joined', unseen: [...unseen, ...joined.map((it) => asJoined(it, devices))] })
  }
}

/** With the names of that time: the device may be renamed or removed before the person looks. */
function asJoined({ deviceId, name, offeredBy }: DeviceInfo, devices: readonly DeviceInfo[]): JoinedDevice {
  const invitedBy = devices.find((it) => it.deviceId === offeredBy)?.name
  return { deviceId, name, ...(invitedBy === undefined ? {} : { invitedBy }) }
}

export async function seeJoined(tables: Tables, deviceIds: readonly string[]): Promise<void> {
  const unseen = await joinedOf(tables)
  const left = unseen.filter((it) => !deviceIds.includes(it.deviceId))
  if (left.length < unseen.length) tables.meta.put({ name: 'joined', unseen: left })
}
