import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Registry, type RegistryEntry, withPush } from '../storage/device-registry.ts'
import { toStorageError } from './errors.ts'
import { registryMigrations } from './migrations.ts'
import { openDatabase } from './open-database.ts'

type Row = { value: string }

/** The devices of a directory, in its file `registry.sqlite`. Several processes may have it open. @throws StorageError */
export function openNodeSqliteRegistry(directory: string): Registry {
  const db = told(() => {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    return openDatabase(join(directory, 'registry.sqlite'), registryMigrations)
  })
  const sql = {
    get: db.prepare('SELECT value FROM devices WHERE device_id = ?'),
    list: db.prepare('SELECT value FROM devices'),
    put: db.prepare('INSERT OR REPLACE INTO devices (device_id, value) VALUES (?, ?)'),
    // A single statement, so that two processes cannot overwrite each other's change.
    patch: db.prepare('UPDATE devices SET value = json_patch(value, ?) WHERE device_id = ?'),
    remove: db.prepare('DELETE FROM devices WHERE device_id = ?'),
  }
  const patch = async (deviceId: string, part: Partial<RegistryEntry>) =>
    void told(() => sql.patch.run(JSON.stringify(part), deviceId))
  function change(deviceId: string, to: (present: RegistryEntry) => RegistryEntry): void {
    db.exec('BEGIN IMMEDIATE')
    try {
      const row = sql.get.get(deviceId)
      if (row) sql.put.run(deviceId, JSON.stringify(to(entryOf(row))))
      db.exec('COMMIT')
    } catch (error) {
      db.exec('ROLLBACK')
      throw error
    }
  }
  const entryOf = (row: unknown) => JSON.parse((row as Row).value) as RegistryEntry

  return {
    add: async (entry) => void told(() => sql.put.run(entry.deviceId, JSON.stringify(entry))),
    list: async () =>
      told(() =>
        sql.list
          .all()
          .map(entryOf)
          .sort((a, b) => b.lastUsed - a.lastUsed),
      ),
    get: async (deviceId) =>
      told(() => {
        const row = sql.get.get(deviceId)
        return row ? entryOf(row) : null
      }),
    rename: (deviceId, name) => patch(deviceId, { name }),
    touch: (deviceId, lastUsed) => patch(deviceId, { lastUsed }),
    setAccount: (deviceId, account) => patch(deviceId, { account }),
    setSwitchedOff: (deviceId, switchedOff) => patch(deviceId, { switchedOff }),
    changePush: async (deviceId, to) => told(() => change(deviceId, (present) => withPush(present, to))),
    remove: async (deviceId) => void told(() => sql.remove.run(deviceId)),
    close() {
      if (db.isOpen) db.close()
    },
  }
}

function told<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toStorageError(error)
  }
}
