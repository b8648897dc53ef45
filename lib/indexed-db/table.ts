import type { IDBPTransaction, IndexNames, StoreKey, StoreNames, StoreValue } from 'idb'
import type { Table, TableById } from '../storage/tables.ts'
import type { Shape } from './on-disk.ts'
import type { DeviceSchema } from './schema.ts'

type Name = StoreNames<DeviceSchema>
export type Transaction = IDBPTransaction<DeviceSchema, Name[], 'readwrite'>

/** An object store within one transaction. Keys are in the values. */
export function tableOf<N extends Name, Value>(
  tx: Transaction,
  name: N,
  { toDisk, fromDisk }: Shape<Value, StoreValue<DeviceSchema, N>>,
): Table<StoreKey<DeviceSchema, N>, Value> {
  type Key = StoreKey<DeviceSchema, N>
  const store = tx.objectStore(name)
  // IndexedDB throws at a range that runs backwards; here it is just empty.
  const rangeOf = (from: Key, to: Key) => (indexedDB.cmp(from, to) > 0 ? null : IDBKeyRange.bound(from, to))
  return {
    async get(key) {
      const found = await store.get(key)
      return found && fromDisk(found)
    },
    async first(from, to, limit) {
      const range = rangeOf(from, to)
      return range ? (await store.getAll(range, limit)).map(fromDisk) : []
    },
    async last(from, to, limit) {
      const range = rangeOf(from, to)
      const found: Value[] = []
      let cursor = range && (await store.openCursor(range, 'prev'))
      while (cursor) {
        found.push(fromDisk(cursor.value))
        if (found.length >= limit) break
        cursor = await cursor.continue()
      }
      return found.reverse()
    },
    async keys(from, to) {
      const range = rangeOf(from, to)
      return range ? store.getAllKeys(range) : []
    },
    count: () => store.count(),
    put: (value) => unawaited(store.put(toDisk(value))),
    delete: (from, to = from) => unawaited(store.delete(IDBKeyRange.bound(from, to))),
    clear: () => unawaited(store.clear()),
  }
}

export function tableById<N extends 'kept' | 'outbox', Value>(
  tx: Transaction,
  name: N,
  shape: Shape<Value, StoreValue<DeviceSchema, N>>,
): TableById<StoreKey<DeviceSchema, N>, Value> {
  const index = () => tx.objectStore(name).index('messageId' as IndexNames<DeviceSchema, N>)
  return {
    ...tableOf(tx, name, shape),
    async byId(messageId) {
      const found = await index().get(messageId as never)
      return found && shape.fromDisk(found)
    },
  }
}

/** A failed write aborts its transaction, which reports it. Nothing waits for the request itself. */
function unawaited(request: Promise<unknown>): void {
  request.catch(() => undefined)
}
