import { existsSync, linkSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sync } from './copy.ts'

const companions = ['-wal', '-shm', '-journal']

/**
 * Puts `next` in the place of the present database, and keeps that one in `keepIn`. A kill at any moment leaves one of the
 * two in place, whole. Answers where the old one is; null when there was none.
 */
export function replaceDatabase(file: string, next: string, keepIn: string): string | null {
  const there = existsSync(file)
  const old = join(keepIn, basename(file))
  // SQLite's companion files belong to this one database: beside the next they would destroy it.
  const beside = companions.filter((it) => existsSync(file + it))
  if (there || beside.length > 0) mkdirSync(keepIn, { recursive: true, mode: 0o700 })
  for (const it of beside) renameSync(file + it, old + it)
  if (there) addName(file, old)
  renameSync(next, file)
  sync(file)
  return there ? old : null
}

/** Gives the same file a second name, so that the first name is never missing. */
function addName(file: string, old: string): void {
  try {
    linkSync(file, old)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // Some media have no links.
    renameSync(file, old)
  }
  sync(old)
}
