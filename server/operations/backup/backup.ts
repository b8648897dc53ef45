import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { filesIn } from '../../open-files.ts'
import { checkDatabase, hasTable } from './check.ts'
import { describeContents } from './contents.ts'
import { copyDatabase, publish } from './copy.ts'
import { endSessions } from './end-sessions.ts'
import { filesBeside, saveFiles } from './file-bytes.ts'

export interface Backup {
  file: string
  /** Such as "4 messages and 2 devices of 1 account". */
  contents: string
}

/**
 * Copies the database of a data directory to `file`, and the bytes of its files beside it; neither may exist yet, while the server runs or not. The copy is
 * checked, whole or absent, and holds nothing that lets anyone in.
 * @throws Error with one line for the operator.
 */
export function backUp(dataDir: string, file: string): Backup {
  const source = join(dataDir, 'roost.db')
  if (!existsSync(source)) throw new Error(`There is nothing to back up: ${source} is not there`)
  for (const path of [file, filesBeside(file)])
    if (existsSync(path)) throw new Error(`${path} is there already: name a file that is not`)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${process.pid}.unfinished`
  let published = false
  try {
    copyDatabase(source, unfinished)
    const contents = finish(unfinished, filesIn(dataDir), filesBeside(file))
    publish(unfinished, file)
    published = true
    return { file, contents }
  } catch (error) {
    throw new Error(`${source} could not be backed up: ${error instanceof Error ? error.message : error}`)
  } finally {
    for (const path of [unfinished, `${unfinished}-journal`]) rmSync(path, { force: true })
    if (!published) rmSync(filesBeside(file), { recursive: true, force: true })
  }
}

function finish(file: string, bytes: string, copies: string): string {
  const db = new DatabaseSync(file)
  try {
    endSessions(db)
    checkDatabase(db)
    if (hasTable(db, 'file')) saveFiles(db, bytes, copies)
    return describeContents(db)
  } finally {
    db.close()
  }
}

/** A backup goes here unless the operator names a file. */
export function defaultFile(dataDir: string, now: Date): string {
  return join(dataDir, 'backups', `roost-${timeName(now)}.db`)
}

/** A time as part of a file's name, which sorts: 2026-01-31T08-30-59.123Z. */
export const timeName = (at: Date) => at.toISOString().replaceAll(':', '-')
