import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { timeName } from '../backup/backup.ts'

/** The page makes them by a click, so they must not fill the disk. */
const KEPT = 3

const folderOf = (dataDir: string) => join(dataDir, 'backups', 'from-settings')

export const pageBackupFile = (dataDir: string, now: Date) => join(folderOf(dataDir), `roost-${timeName(now)}.db`)

/** Removes all but the newest ones. Their names sort by time. */
export function removeOlder(dataDir: string): void {
  const folder = folderOf(dataDir)
  const names = readdirSync(folder).filter((it) => /^roost-.*\.db$/.test(it))
  for (const name of names.toSorted().slice(0, -KEPT)) rmSync(join(folder, name))
}
