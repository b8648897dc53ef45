import type { DatabaseSync } from 'node:sqlite'

export interface TrustedTime {
  /** ms since the epoch; null: none yet. */
  get(): number | null
  set(at: number): void
}

export function createTrustedTime(db: DatabaseSync): TrustedTime {
  const get = db.prepare('SELECT at FROM believed_time WHERE only_row = 1')
  const set = db.prepare(
    'INSERT INTO believed_time (only_row, at) VALUES (1, ?1) ON CONFLICT (only_row) DO UPDATE SET at = ?1',
  )
  return {
    get: () => (get.get()?.at as number | undefined) ?? null,
    set: (at) => void set.run(at),
  }
}
