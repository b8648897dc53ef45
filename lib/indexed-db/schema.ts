import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { OutboxEntry } from '../core/ports.ts'
import { defaultOptions, type RoostOptions } from '../core/roost-options.ts'
import type { ChangeRecord, DueOffer, Kept, MetaRecord, Page, Pair } from '../storage/tables.ts'

/** One database per device, so that tabs of one browser are devices of their own. */
export const databaseName = (deviceId: string, { namespace }: Pick<RoostOptions, 'namespace'> = defaultOptions) =>
  `${namespace}-device-${deviceId}`

/** Raise it with every change of shape, and give `upgrade` the step that brings older databases there. */
export const SCHEMA_VERSION = 2

export interface DeviceSchema extends DBSchema {
  meta: { key: MetaRecord['name']; value: MetaRecord }
  pages: { key: Pair; value: Page }
  changes: { key: Pair; value: ChangeRecord }
  kept: { key: Pair; value: Kept; indexes: { messageId: string } }
  offers: { key: number; value: DueOffer }
  outbox: { key: number; value: OutboxEntry; indexes: { messageId: string } }
}

export const storeNames = ['meta', 'pages', 'changes', 'kept', 'offers', 'outbox'] as const

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
    offerWhatIsKept(tx).catch(() => tx.abort())
  }
}

/** What was kept before there were offers is offered now; which of it is this device's own is found out then. */
async function offerWhatIsKept(tx: Upgrade): Promise<void> {
  let order = 0
  for (let it = await tx.objectStore('kept').openCursor(); it; it = await it.continue()) {
    await it.update({ ...it.value, order: ++order, offer: { state: 'waiting' } })
  }
  const meta = tx.objectStore('meta')
  const record = await meta.get('state')
  if (record?.name !== 'state') return
  await meta.put({ ...record, state: { ...record.state, chance: order > 0 ? { since: null } : null } })
}
