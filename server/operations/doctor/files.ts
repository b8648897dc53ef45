import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pathIn } from '../../files/directory-bytes.ts'
import { filesIn } from '../../open-files.ts'
import { hasTable } from '../backup/check.ts'
import { type Check, type Finding, message } from './finding.ts'

const part = 'files'
const BUSY_WAIT_MS = 10_000

/** Looks whether the bytes of every complete file are there, in their length. */
export function checkFiles(dataDir: string): Check {
  return async () => {
    const file = join(dataDir, 'roost.db')
    if (!existsSync(file)) return []
    try {
      const db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_WAIT_MS })
      try {
        return hasTable(db, 'file') ? [look(db, filesIn(dataDir))] : []
      } finally {
        db.close()
      }
    } catch (error) {
      return [{ state: 'bad', part, says: message(error) }]
    }
  }
}

function look(db: DatabaseSync, directory: string): Finding {
  const isWhole = (fileId: string, size: number) =>
    statSync(pathIn(directory, fileId), { throwIfNoEntry: false })?.size === size
  const rows = db.prepare('SELECT file_id, size FROM file WHERE sha256 IS NOT NULL').all()
  const broken = rows.filter((it) => !isWhole(it.file_id as string, it.size as number))
  // The server may have removed a file since.
  const still = db.prepare('SELECT 1 FROM file WHERE file_id = ?')
  const missing = broken.filter((it) => still.get(it.file_id as string) !== undefined).length
  const counted = `${rows.length} ${rows.length === 1 ? 'file' : 'files'}`
  if (missing === 0) return { state: 'ok', part, says: `${counted}, all there` }
  const says = `the bytes of ${missing} of ${counted} are not in ${directory}`
  return { state: 'bad', part, says, todo: 'bring them back from a backup (FILE.files), and restart' }
}
