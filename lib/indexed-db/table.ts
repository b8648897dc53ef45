import type { IDBPTransaction, IndexNames, StoreKey, StoreNames, StoreValue } from 'idb'
import type { Table, TableById } from '../storage/tables.ts'
import type { DeviceSchema } from './schema.ts'

type Name = StoreNames<DeviceSchema>
export type Transaction = IDBPTransaction<DeviceSchema, Name[], 'readwrite'>

/** One object store within one transaction. Keys are in the values. */
export function tableOf<N extends Name>(
  tx: Transaction,
  name: N,
): Table<StoreKey<DeviceSchema, N>, StoreValue<DeviceSchema, N>> {
  type Key = StoreKey<DeviceSchema, N>
  const store = tx.objectStore(name)
  // IndexedDB throws at a range that runs backwards; here it is just empty.
  const rangeOf = (from: Key, to: Key) => (indexedDB.cmp(from, to) > 0 ? null : IDBKeyRange.bound(from, to))
  return {
    get: (key) => store.get(key),
    async first(from, to, limit) {
      const range = rangeOf(from, to)
      return range ? store.getAll(range, limit) : []
    },
    async last(from, to, limit) {
      const range = rangeOf(from, to)
      const found: StoreValue<DeviceSchema, N>[] = []
      let cursor = range && (await store.openCursor(range, 'prev'))
      while (cursor) {
        found.push(cursor.value)
        if (found.length >= limit) break
        cursor = await cursor.continue()
      }
      return found.reverse()
    },
    count: () => store.count(),
    put: (value) => unawaited(store.put(value)),
    delete: (from, to = from) => unawaited(store.delete(IDBKeyRange.bound(from, to))),
    clear: () => unawaited(store.clear()),
  }
}

export function tableById<N extends 'kept' | 'outbox'>(
  tx: Transaction,
  name: N,
): TableById<StoreKey<DeviceSchema, N>, StoreValue<DeviceSchema, N>> {
  const index = () => tx.objectStore(name).index('messageId' as IndexNames<DeviceSchema, N>)
  return { ...tableOf(tx, name), byId: (messageId) => index().get(messageId as never) }
}

/** A failed write aborts its transaction, and is told by that; nobody waits for the request itself. */
function unawaited(request: Promise<unknown>): void {
  request.catch(() => undefined)
}
