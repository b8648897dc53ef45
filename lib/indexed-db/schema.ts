import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { OutboxEntry } from '../core/ports.ts'
import { defaultOptions, type RoostOptions } from '../core/roost-options.ts'
import type { DueOrphan } from '../storage/after-restore/orphan.ts'
import type { ChangeRecord, MetaRecord, Page, Pair, SignatureRecord } from '../storage/tables.ts'
import type { StoredMeta, StoredOrphan } from './on-disk.ts'

/** Each device has its own database, so that tabs of one browser can be different devices. */
export const databaseName = (deviceId: string, { namespace }: Pick<RoostOptions, 'namespace'> = defaultOptions) =>
  `${namespace}-device-${deviceId}`

/** The bytes of a device's files: they have other sizes and another life than its messages. */
export const filesName = (deviceId: string, { namespace }: Pick<RoostOptions, 'namespace'> = defaultOptions) =>
  `${namespace}-files-${deviceId}`

/** Raise it with every change of shape, and give `upgrade` the step that brings older databases there. */
export const SCHEMA_VERSION = 3

/** By the names on disk: see on-disk.ts. */
export interface DeviceSchema extends DBSchema {
  meta: { key: MetaRecord['name']; value: StoredMeta }
  pages: { key: Pair; value: Page }
  changes: { key: Pair; value: ChangeRecord }
  signatures: { key: Pair; value: SignatureRecord }
  kept: { key: Pair; value: StoredOrphan; indexes: { messageId: string } }
  offers: { key: number; value: DueOrphan }
  outbox: { key: number; value: OutboxEntry; indexes: { messageId: string } }
}

type Upgrade = IDBPTransaction<DeviceSchema, StoreNames<DeviceSchema>[], 'versionchange'>

export function upgrade(
  db: IDBPDatabase<DeviceSchema>,
  oldVersion: number,
  _newVersion: number | null,
  tx: Upgrade,
): void {
  if (oldVersion < 1) {
    db.createObjectStore('meta', { keyPath: 'name' })
    db.createObjectStore('pages', { keyPath: ['generation', 'first'] })
    db.createObjectStore('changes', { keyPath: ['generation', 'target'] })
    const kept = db.createObjectStore('kept', { keyPath: ['behind', 'n'] })
    kept.createIndex('messageId', 'entry.message.messageId')
    const outbox = db.createObjectStore('outbox', { keyPath: 'seq' })
    outbox.createIndex('messageId', 'request.messageId', { unique: true })
  }
  if (oldVersion < 2) {
    db.createObjectStore('offers', { keyPath: 'order' })
    giveBackEarlierOrphans(tx).catch(() => tx.abort())
  }
  if (oldVersion < 3) db.createObjectStore('signatures', { keyPath: ['generation', 'first'] })
}

/** Version 1 only stored orphans. From version 2 on they are given back; this device's own are found when it next asks. */
async function giveBackEarlierOrphans(tx: Upgrade): Promise<void> {
  let order = 0
  for (let it = await tx.objectStore('kept').openCursor(); it; it = await it.continue()) {
    await it.update({ ...it.value, order: ++order, offer: { state: 'waiting' } })
  }
  const meta = tx.objectStore('meta')
  const record = await meta.get('state')
  if (record?.name !== 'state') return
  await meta.put({ ...record, state: { ...record.state, chance: order > 0 ? { since: null } : null } })
}
