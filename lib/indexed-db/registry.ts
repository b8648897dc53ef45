import type { DBSchema, IDBPDatabase } from 'idb'
import { defaultOptions } from '../core/roost-options.ts'
import { type Registry, type RegistryEntry, withPush } from '../storage/device-registry.ts'
import { connect } from './connect.ts'
import { toStorageError } from './errors.ts'

const VERSION = 1

interface RegistrySchema extends DBSchema {
  devices: { key: string; value: RegistryEntry }
}

/** @throws StorageError */
export async function openIndexedDbRegistry({ namespace } = defaultOptions): Promise<Registry> {
  const db = await connect<RegistrySchema>(namespace, VERSION, upgrade, {})

  /** `next` turns the present entry into the one to store; null changes nothing. */
  const change = (deviceId: string, next: (present: RegistryEntry | undefined) => RegistryEntry | null) =>
    told(async () => {
      const tx = db.transaction('devices', 'readwrite', { durability: 'strict' })
      const stored = tx.store.get(deviceId).then((present) => {
        const entry = next(present)
        return entry && tx.store.put(entry)
      })
      await Promise.all([stored, tx.done])
    })
  const merge = (deviceId: string, part: Partial<RegistryEntry>) =>
    change(deviceId, (present) => (present ? { ...present, ...part } : null))

  return {
    add: (entry) => change(entry.deviceId, () => entry),
    list: () => told(async () => (await db.getAll('devices')).sort((a, b) => b.lastUsed - a.lastUsed)),
    get: (deviceId) => told(async () => (await db.get('devices', deviceId)) ?? null),
    rename: (deviceId, name) => merge(deviceId, { name }),
    touch: (deviceId, lastUsed) => merge(deviceId, { lastUsed }),
    setAccount: (deviceId, account) => merge(deviceId, { account }),
    setSwitchedOff: (deviceId, switchedOff) => merge(deviceId, { switchedOff }),
    changePush: (deviceId, to) => change(deviceId, (present) => (present ? withPush(present, to) : null)),
    remove: (deviceId) => told(() => db.delete('devices', deviceId)),
    close: () => db.close(),
  }
}

function upgrade(db: IDBPDatabase<RegistrySchema>, oldVersion: number): void {
  if (oldVersion < 1) db.createObjectStore('devices', { keyPath: 'deviceId' })
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toStorageError(error)
  }
}
