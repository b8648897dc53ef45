import { type Colours, chooseColours, type DeviceList } from '../../core/device-list.ts'
import type { DeviceInfo, FormerDevice } from '../../protocol/device.ts'
import type { Tables } from '../tables.ts'

/** The user's devices as the server last listed them. */
export async function devicesOf(tables: Tables): Promise<DeviceInfo[]> {
  const record = await tables.meta.get('devices')
  return record?.name === 'devices' ? [...record.devices] : []
}

export async function deviceListOf(tables: Tables): Promise<DeviceList> {
  const [devices, former, listed, colours] = await Promise.all([
    devicesOf(tables),
    formerOf(tables),
    tables.meta.get('listed'),
    coloursOf(tables),
  ])
  return {
    devices,
    former,
    listedAt: listed?.name === 'listed' ? listed.at : null,
    // An older version of the app has stored devices without colours.
    colours: chooseColours(colours, devices),
  }
}

export async function chooseAndSaveColours(tables: Tables, devices: readonly DeviceInfo[]): Promise<void> {
  tables.meta.put({ name: 'colours', of: chooseColours(await coloursOf(tables), devices) })
}

async function formerOf(tables: Tables): Promise<FormerDevice[]> {
  const record = await tables.meta.get('former')
  return record?.name === 'former' ? [...record.former] : []
}

export function saveFormer(tables: Tables, former: readonly FormerDevice[]): void {
  tables.meta.put({ name: 'former', former })
}

export function saveListedAt(tables: Tables, at: number): void {
  tables.meta.put({ name: 'listed', at })
}

async function coloursOf(tables: Tables): Promise<Colours> {
  const record = await tables.meta.get('colours')
  return record?.name === 'colours' ? record.of : {}
}
