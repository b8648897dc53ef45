import type { DatabaseSync } from 'node:sqlite'
import { byUse, CHUNK_BYTES, changed, type FileStore, fits, type HeldFile } from '../files/file-store.ts'
import type { DeviceDatabase } from './device-database.ts'
import { closedError, toStorageError } from './errors.ts'

/** The files of a device whose database is open: in the same file as its messages, so that they go with it. */
export function filesOn(database: DeviceDatabase): FileStore {
  let closed = false

  /** Takes its turn among the transactions on the one connection. */
  function turn<T>(work: (db: DatabaseSync) => T): Promise<T> {
    if (closed) return Promise.reject(closedError())
    const { db } = database
    const done = database.last.then(() => {
      try {
        db.exec('BEGIN IMMEDIATE')
        const result = work(db)
        db.exec('COMMIT')
        return result
      } catch (error) {
        if (db.isOpen && db.isTransaction) db.exec('ROLLBACK')
        throw toStorageError(error)
      }
    })
    database.last = done.catch(() => undefined)
    return done
  }

  return {
    get: (fileId) => turn((db) => find(db, fileId)),
    list: () =>
      turn((db) => {
        const rows = db.prepare('SELECT value FROM files').all() as { value: string }[]
        return rows.map((it) => JSON.parse(it.value) as HeldFile).sort(byUse)
      }),
    add: (file) =>
      turn((db) => {
        if (!find(db, file.fileId)) put(db, { ...file, held: 0 })
      }),
    append: (fileId, at, bytes) =>
      turn((db) => {
        const file = find(db, fileId)
        if (!file || !fits(file, at, bytes.length)) return file?.held ?? 0
        db.prepare('INSERT OR REPLACE INTO file_chunks (a, b, bytes) VALUES (?, ?, ?)').run(
          fileId,
          at / CHUNK_BYTES,
          bytes,
        )
        put(db, { ...file, held: at + bytes.length })
        return at + bytes.length
      }),
    chunk: (fileId, n) =>
      turn((db) => {
        const row = db.prepare('SELECT bytes FROM file_chunks WHERE a = ? AND b = ?').get(fileId, n)
        return row?.bytes as Uint8Array<ArrayBuffer> | undefined
      }),
    change: (fileId, change) =>
      turn((db) => {
        const file = find(db, fileId)
        if (!file) return undefined
        const next = changed(file, change)
        put(db, next)
        return next
      }),
    remove: (fileIds) =>
      turn((db) => {
        for (const it of fileIds) {
          db.prepare('DELETE FROM files WHERE a = ?').run(it)
          db.prepare('DELETE FROM file_chunks WHERE a = ?').run(it)
        }
      }),
    wipe: () => turn((db) => db.exec('DELETE FROM files; DELETE FROM file_chunks')),
    close: () => {
      closed = true
    },
  }
}

function find(db: DatabaseSync, fileId: string): HeldFile | undefined {
  const row = db.prepare('SELECT value FROM files WHERE a = ?').get(fileId) as { value: string } | undefined
  return row && (JSON.parse(row.value) as HeldFile)
}

function put(db: DatabaseSync, file: HeldFile): void {
  db.prepare('INSERT OR REPLACE INTO files (a, value) VALUES (?, ?)').run(file.fileId, JSON.stringify(file))
}
