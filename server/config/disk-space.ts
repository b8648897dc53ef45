import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const MB = 1024 ** 2

export interface Space {
  /** Bytes that this user may still write, and that the file system has in all. */
  free: number
  size: number
}

export type Fullness = 'roomy' | 'nearly full' | 'full'

/** Below `reserve` messages are refused: the rest is for removals, deletes, sign-ins and checkpoints. In bytes. */
export function bounds(size: number): { reserve: number; scarce: number } {
  const reserve = clamp(size / 20, 8 * MB, 128 * MB)
  return { reserve, scarce: clamp(size / 10, 2 * reserve, 1024 * MB) }
}

export function fullnessOf({ free, size }: Space): Fullness {
  const { reserve, scarce } = bounds(size)
  if (free < reserve) return 'full'
  return free < scarce ? 'nearly full' : 'roomy'
}

export function spaceOf(dir: string): Space {
  const { bavail, blocks, bsize } = statfsSync(dir)
  return { free: bavail * bsize, size: blocks * bsize }
}

const BALLAST = 4 * MB

/**
 * A file that only takes up room. When other programs have filled the disk beyond our reserve, it is deleted, so that a
 * device can be removed even then; it comes back when there is room again. Where it cannot be written (a quota, a limit on the
 * size of files) there is none.
 */
export function createBallast(dir: string): { trim(space: Space): void } {
  const file = join(dir, 'ballast')
  let refused = false
  return {
    trim(space) {
      if (space.free < BALLAST) return rmSync(file, { force: true })
      if (refused || fullnessOf(space) !== 'roomy' || existsSync(file)) return
      try {
        writeFileSync(file, randomBytes(BALLAST), { mode: 0o600 })
      } catch {
        refused = true
        rmSync(file, { force: true })
      }
    },
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
