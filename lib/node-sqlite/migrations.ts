import type { DatabaseSync } from 'node:sqlite'
import { StorageError } from '../core/ports.ts'

/**
 * The shapes of a device's database, oldest first. `PRAGMA user_version` counts the steps that a file has seen. Never
 * change a step: append the one that brings older files to the new shape.
 *
 * Each table holds one value of lib/storage/tables.ts a row, as JSON, under its key. A page is one value, as in IndexedDB.
 *
 *     meta         name                 { name, state } or { name, devices }
 *     pages        generation, first    { generation, first, messages }
 *     changes      generation, target   { generation, target, edits, shown, deleted }
 *     signatures   generation, first    { generation, first, last, form, earliest, latest, bits }
 *     orphans      after, n             { after, n, entry, change?, order, giveBack }
 *     due_orphans  order                { order, messageId }
 *     outbox       seq                  { seq, request, composedAt, state … }
 *     files        fileId               { fileId, name, type, size, held, upload?, usedAt }
 *     file_chunks  fileId, number       bytes, and no JSON (lib/files/file-store.ts)
 *
 * The columns are called `a` and `b` in each of them, so that one set of statements serves all.
 */
export const deviceMigrations: readonly string[] = [
  `
  CREATE TABLE meta (a TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE pages (a INTEGER NOT NULL, b INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (a, b)) STRICT;
  CREATE TABLE changes (a INTEGER NOT NULL, b INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (a, b)) STRICT;
  CREATE TABLE orphans (
    a INTEGER NOT NULL, b INTEGER NOT NULL, message_id TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (a, b)
  ) STRICT;
  CREATE INDEX orphans_by_message ON orphans (message_id);
  CREATE TABLE due_orphans (a INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE outbox (a INTEGER PRIMARY KEY, message_id TEXT NOT NULL UNIQUE, value TEXT NOT NULL) STRICT;
  `,
  'CREATE TABLE signatures (a INTEGER NOT NULL, b INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (a, b)) STRICT;',
  `
  CREATE TABLE files (a TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE file_chunks (a TEXT NOT NULL, b INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (a, b)) STRICT;
  `,
]

/** The registry of devices: one RegistryEntry a row, as JSON. */
export const registryMigrations: readonly string[] = [
  'CREATE TABLE devices (device_id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;',
]

/** Each step is one transaction, so an interrupted migration goes on where it was. @throws StorageError `outdated` if the file is newer. */
export function migrate(db: DatabaseSync, steps: readonly string[]): void {
  for (;;) {
    // The write lock comes before the look, because another process may migrate the registry at the same time.
    db.exec('BEGIN IMMEDIATE')
    try {
      const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number }
      if (version > steps.length) {
        throw new StorageError('outdated')
      }
      const step = steps[version]
      if (step !== undefined) db.exec(`${step}; PRAGMA user_version = ${version + 1}`)
      db.exec('COMMIT')
      if (step === undefined) return
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
}
