import { existsSync, linkSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sync } from './copy.ts'

const companions = ['-wal', '-shm', '-journal']

/**
 * Keeps the present database under another name and puts `next` in its place. Killed at any moment, one of the two is
 * there, whole. Answers where the old one is; null when there was none.
 */
export function replaceDatabase(file: string, next: string, asideDir: string): string | null {
  const there = existsSync(file)
  const aside = join(asideDir, basename(file))
  // What SQLite keeps beside a database belongs to that one alone: beside the next it would destroy it.
  const beside = companions.filter((it) => existsSync(file + it))
  if (there || beside.length > 0) mkdirSync(asideDir, { recursive: true, mode: 0o700 })
  for (const it of beside) renameSync(file + it, aside + it)
  if (there) keep(file, aside)
  renameSync(next, file)
  sync(file)
  return there ? aside : null
}

/** A second name for the same file, so that the first is never without one. */
function keep(file: string, aside: string): void {
  try {
    linkSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // A medium that knows no links.
    renameSync(file, aside)
  }
  sync(aside)
}
