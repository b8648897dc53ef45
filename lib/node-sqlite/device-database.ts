import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { OutboxEntry } from '../core/ports.ts'
import type { DueOrphan, Orphan } from '../storage/after-restore/orphan.ts'
import type { ChangeRecord, MetaRecord, Page, Pair, SignatureRecord, Tables } from '../storage/tables.ts'
import { toStorageError } from './errors.ts'
import { lockFile } from './lock.ts'
import { deviceMigrations } from './migrations.ts'
import { openDatabase, WAIT_MS } from './open-database.ts'
import { createTable } from './table.ts'

/** The open database of a device. Any number of handles in this process share it; no other process can open it. */
export interface DeviceDatabase {
  db: DatabaseSync
  tables: Tables
  /** The end of the queue, because transactions run one after the other. */
  last: Promise<unknown>
  /** Closes the file and then gives up the lock. */
  close(): void
}

/**
 * Opens the files of one device in `directory`, and makes them if need be:
 *
 *     device-<id>.lock      empty; locked while a process has the device open
 *     device-<id>.sqlite    everything else (migrations.ts), with SQLite's -wal and -shm beside it
 *
 * @throws StorageError `blocked` when another process has the device, `outdated` when a newer version made the file.
 */
export function openDeviceDatabase(directory: string, deviceId: string): DeviceDatabase {
  const base = deviceFiles(directory, deviceId)
  let unlock: (() => void) | undefined
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    unlock = lockFile(base.lock)
    const db = openDatabase(base.data, deviceMigrations)
    return {
      db,
      tables: tablesOf(db),
      last: Promise.resolve(),
      close() {
        if (db.isOpen) db.close()
        unlock?.()
      },
    }
  } catch (error) {
    unlock?.()
    throw toStorageError(error)
  }
}

/**
 * The files of a device beside the process that has it open. It sees every commit of that process, and every write fails.
 * @throws StorageError
 */
export function openForReading(directory: string, deviceId: string): DeviceDatabase {
  try {
    const db = new DatabaseSync(deviceFiles(directory, deviceId).data, { readOnly: true, timeout: WAIT_MS })
    return { db, tables: tablesOf(db), last: Promise.resolve(), close: () => db.close() }
  } catch (error) {
    throw toStorageError(error)
  }
}

export function deviceFiles(directory: string, deviceId: string): { lock: string; data: string } {
  const base = join(directory, `device-${deviceId}`)
  return { lock: `${base}.lock`, data: `${base}.sqlite` }
}

function tablesOf(db: DatabaseSync): Tables {
  return {
    meta: createTable<MetaRecord['name'], MetaRecord>(db, 'meta', (it) => it.name),
    pages: createTable<Pair, Page>(db, 'pages', (it) => [it.generation, it.first]),
    changes: createTable<Pair, ChangeRecord>(db, 'changes', (it) => [it.generation, it.target]),
    signatures: createTable<Pair, SignatureRecord>(db, 'signatures', (it) => [it.generation, it.first]),
    orphans: createTable<Pair, Orphan>(
      db,
      'orphans',
      (it) => [it.after, it.n],
      (it) => it.entry.message.messageId,
    ),
    dueOrphans: createTable<number, DueOrphan>(db, 'due_orphans', (it) => it.order),
    outbox: createTable<number, OutboxEntry>(
      db,
      'outbox',
      (it) => it.seq,
      (it) => it.request.messageId,
    ),
  }
}
