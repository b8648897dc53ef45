import type { Activity } from '../../../lib/protocol/activity.ts'
import type { Happened } from './activity.ts'

/** Renames of one device by the same device or person, each within this time of the last one, are one note. */
const PAUSE_MS = 60 * 60_000

type Stamp = Pick<Activity, 'id' | 'at'>

interface Streak {
  first: Happened
  lastAt: number
  /** The note about this streak, which the next word about it replaces. */
  note: Promise<Stamp | undefined>
}

export interface RenameStreaks {
  /**
   * `key`: who renames which device. `write` gets the first rename of the streak and the new name, and rejects never. The
   * writes of one streak come one after another, also when the renames come at once.
   */
  add(key: string, rename: Happened, write: (what: Happened, again?: Stamp) => Promise<Stamp>): Promise<void>
}

/** Counts in memory: a restart in the middle of a streak begins a new one. */
export function createRenameStreaks(now: () => number): RenameStreaks {
  const streaks = new Map<string, Streak>()
  return {
    async add(key, rename, write) {
      const at = now()
      for (const [id, { lastAt }] of streaks) if (at - lastAt > PAUSE_MS) streaks.delete(id)
      const streak = streaks.get(key) ?? { first: rename, lastAt: at, note: Promise.resolve(undefined) }
      streaks.set(key, streak)
      streak.lastAt = at
      streak.note = streak.note.then((again) => write({ ...streak.first, name: rename.name }, again))
      await streak.note
    },
  }
}
