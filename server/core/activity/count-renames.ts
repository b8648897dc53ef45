import type { Happened, Note } from './activity.ts'

/** Renames of one device by the same device or person, each within this time of the last one, are one note. */
export const RENAME_PAUSE_MS = 60 * 60_000

interface Streak {
  lastAt: number
  /** The note about this streak, which the next word about it replaces. */
  note: Promise<Note | undefined>
}

export interface RenameWords {
  /** The note of a streak that another node, or this one before a restart, has begun. Rejects never. */
  find(): Promise<Note | undefined>
  /** Rejects never. */
  write(what: Happened, again?: Note): Promise<Note>
}

export interface RenameStreaks {
  /**
   * `key`: who renames which device. The note names the device as before the streak, and its newest name. The writes of one
   * streak come one after another, also when the renames come at once.
   */
  add(key: string, rename: Happened, words: RenameWords): Promise<void>
}

/**
 * Remembers the streaks of this node, so that renames which come at once share a note. When two nodes begin a streak at the same
 * moment, each has a note.
 */
export function createRenameStreaks(now: () => number): RenameStreaks {
  const streaks = new Map<string, Streak>()
  return {
    async add(key, rename, { find, write }) {
      const at = now()
      for (const [id, { lastAt }] of streaks) if (at - lastAt > RENAME_PAUSE_MS) streaks.delete(id)
      const streak = streaks.get(key) ?? { lastAt: at, note: find() }
      streaks.set(key, streak)
      streak.lastAt = at
      streak.note = streak.note.then((again) => write(again ? { ...bare(again), ...named(rename) } : rename, again))
      await streak.note
    },
  }
}

const bare = ({ id: _, at: __, ...it }: Note): Happened => it
const named = ({ name }: Happened) => (name === undefined ? {} : { name })
