import { type OutboxEntry, StorageError } from '../core/ports.ts'
import type { DueOrphan, Orphan } from '../storage/after-restore/orphan.ts'
import { createDeviceStore } from '../storage/device-store.ts'
import type { LocalStore } from '../storage/local-store.ts'
import type { ChangeRecord, MetaRecord, Page, Pair, SignatureRecord, Tables, Transactions } from '../storage/tables.ts'
import { createMemoryTable, type MemoryTable } from './table.ts'

type MemoryTables = {
  [Name in keyof Tables]: Tables[Name] extends { get(key: infer Key): Promise<infer Value> }
    ? MemoryTable<Key, NonNullable<Value>>
    : never
}

/** Outlives its handles: two handles on one database see the same data. */
export interface MemoryDatabase {
  tables: MemoryTables
  /** The end of the queue, because transactions run one after the other. */
  last: Promise<unknown>
}

export function createMemoryDatabase(): MemoryDatabase {
  const tables: MemoryTables = {
    meta: createMemoryTable((it: MetaRecord) => it.name),
    pages: createMemoryTable((it: Page): Pair => [it.generation, it.first]),
    changes: createMemoryTable((it: ChangeRecord): Pair => [it.generation, it.target]),
    signatures: createMemoryTable((it: SignatureRecord): Pair => [it.generation, it.first]),
    orphans: createMemoryTable(
      (it: Orphan): Pair => [it.after, it.n],
      (it) => it.entry.message.messageId,
    ),
    dueOrphans: createMemoryTable((it: DueOrphan) => it.order),
    outbox: createMemoryTable(
      (it: OutboxEntry) => it.seq,
      (it) => it.request.messageId,
    ),
  }
  return { tables, last: Promise.resolve() }
}

/** A device store that lasts as long as the program, for tests and for browser windows that may store nothing. */
export function openMemoryStore(deviceId: string, database: MemoryDatabase = createMemoryDatabase()): LocalStore {
  return copying(createDeviceStore(deviceId, transactionsOn(database)))
}

function transactionsOn(database: MemoryDatabase): Transactions {
  let closed = false
  function queue<T>(run: (tables: Tables) => Promise<T>): Promise<T> {
    if (closed) return Promise.reject(new StorageError('closed'))
    const turn = database.last.then(async () => {
      const undos = Object.values(database.tables).map((table) => table.savepoint())
      try {
        return await run(database.tables)
      } catch (error) {
        for (const undo of undos) undo()
        throw error
      }
    })
    database.last = turn.catch(() => undefined)
    return turn
  }
  return {
    read: queue,
    write: queue,
    close: () => {
      closed = true
    },
  }
}

/**
 * Copies every input and output, as IndexedDB does. A caller that changes its object later does not change the stored
 * one.
 */
function copying(store: LocalStore): LocalStore {
  const copied = Object.entries(store).map(([name, method]) => {
    if (name === 'close') return [name, method]
    const call = method as (...input: unknown[]) => Promise<unknown>
    return [name, async (...input: unknown[]) => structuredClone(await call(...structuredClone(input)))]
  })
  return Object.fromEntries(copied) as LocalStore
}
