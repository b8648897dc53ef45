import type { DBSchema, IDBPDatabase } from 'idb'
import type { OutboxEntry } from '../../sync/ports.ts'
import type { ChangeRecord, Kept, MetaRecord, Page, Pair } from '../tables.ts'

/** One database per device, so that tabs of one browser are devices of their own. */
export const databaseName = (deviceId: string) => `roost-device-${deviceId}`

/** Raise it with every change of shape, and give `upgrade` the step that brings older databases there. */
export const SCHEMA_VERSION = 1

export interface DeviceSchema extends DBSchema {
  meta: { key: MetaRecord['name']; value: MetaRecord }
  pages: { key: Pair; value: Page }
  changes: { key: Pair; value: ChangeRecord }
  kept: { key: Pair; value: Kept; indexes: { messageId: string } }
  outbox: { key: number; value: OutboxEntry; indexes: { messageId: string } }
}

export const storeNames = ['meta', 'pages', 'changes', 'kept', 'outbox'] as const

export function upgrade(db: IDBPDatabase<DeviceSchema>, oldVersion: number): void {
  if (oldVersion < 1) {
    db.createObjectStore('meta', { keyPath: 'name' })
    db.createObjectStore('pages', { keyPath: ['generation', 'first'] })
    db.createObjectStore('changes', { keyPath: ['generation', 'target'] })
    const kept = db.createObjectStore('kept', { keyPath: ['behind', 'n'] })
    kept.createIndex('messageId', 'entry.message.messageId')
    const outbox = db.createObjectStore('outbox', { keyPath: 'seq' })
    outbox.createIndex('messageId', 'request.messageId', { unique: true })
  }
}
