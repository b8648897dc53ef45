import type { DeviceInfo } from '../protocol/device.ts'
import type { Tables } from './tables.ts'

/** The user's devices as the server last listed them. */
export async function devicesOf(tables: Tables): Promise<DeviceInfo[]> {
  const record = await tables.meta.get('devices')
  return record?.name === 'devices' ? [...record.devices] : []
}
