import { type Colours, chooseColours, type DeviceList } from '../core/device-list.ts'
import type { DeviceInfo } from '../protocol/device.ts'
import type { Tables } from './tables.ts'

/** The user's devices as the server last listed them. */
export async function devicesOf(tables: Tables): Promise<DeviceInfo[]> {
  const record = await tables.meta.get('devices')
  return record?.name === 'devices' ? [...record.devices] : []
}

export async function deviceListOf(tables: Tables): Promise<DeviceList> {
  const [devices, listed, colours] = await Promise.all([
    devicesOf(tables),
    tables.meta.get('listed'),
    coloursOf(tables),
  ])
  return {
    devices,
    listedAt: listed?.name === 'listed' ? listed.at : null,
    // An older version of the app has stored devices without colours.
    colours: chooseColours(colours, devices),
  }
}

export async function chooseAndSaveColours(tables: Tables, devices: readonly DeviceInfo[]): Promise<void> {
  tables.meta.put({ name: 'colours', of: chooseColours(await coloursOf(tables), devices) })
}

export function saveListedAt(tables: Tables, at: number): void {
  tables.meta.put({ name: 'listed', at })
}

async function coloursOf(tables: Tables): Promise<Colours> {
  const record = await tables.meta.get('colours')
  return record?.name === 'colours' ? record.of : {}
}
