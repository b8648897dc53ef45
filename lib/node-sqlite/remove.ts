import { existsSync, rmSync } from 'node:fs'
import { deviceFiles } from './device-database.ts'
import { toStorageError } from './errors.ts'
import { lockFile } from './lock.ts'

/**
 * Removes everything that the directory holds of a device, except its empty lock file (lock.ts says why).
 * @throws StorageError `blocked` when a process has the device open.
 */
export function removeNodeSqliteStore(directory: string, deviceId: string): void {
  if (!existsSync(directory)) return
  const { lock, data } = deviceFiles(directory, deviceId)
  const unlock = lockFile(lock)
  try {
    for (const end of ['', '-wal', '-shm']) rmSync(data + end, { force: true })
  } catch (error) {
    throw toStorageError(error)
  } finally {
    unlock()
  }
}
