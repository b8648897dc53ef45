import { existsSync, linkSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { sync } from './copy.ts'

const companions = ['-wal', '-shm', '-journal']

/**
 * Moves the present database aside and puts `next` in its place. If the process is killed at any moment, one of the two
 * is there, whole. Returns the path of the old one; null when there was none.
 */
export function replaceDatabase(file: string, next: string, asideDir: string): string | null {
  const there = existsSync(file)
  const aside = join(asideDir, basename(file))
  // Files like `-wal` belong to one database and would destroy the next.
  const beside = companions.filter((it) => existsSync(file + it))
  if (there || beside.length > 0) mkdirSync(asideDir, { recursive: true, mode: 0o700 })
  for (const it of beside) renameSync(file + it, aside + it)
  if (there) keep(file, aside)
  renameSync(next, file)
  sync(file)
  return there ? aside : null
}

/** Gives the file a second name, so that it never has none. */
function keep(file: string, aside: string): void {
  try {
    linkSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // Some file systems have no links.
    renameSync(file, aside)
  }
  sync(aside)
}
