import type { DatabaseSync } from 'node:sqlite'
import type { NewMessage } from '../../core/messages/plan-append.ts'
import { levels } from '../../core/push/wakes.ts'

/** How posts wake that do not wake like any other, which cost nothing here. */
export interface Wakes {
  add(log: number, messages: readonly NewMessage[]): void
  /** Retention has removed the messages up to here. */
  removeUpTo(log: number, version: number): void
}

export function createWakes(db: DatabaseSync): Wakes {
  const add = db.prepare('INSERT INTO wake (log, version, level) VALUES (?, ?, ?)')
  const removeUpTo = db.prepare('DELETE FROM wake WHERE log = ? AND version <= ?')
  return {
    add(log, messages) {
      for (const { message, wake } of messages) if (wake) add.run(log, message.version, levels[wake])
    },
    removeUpTo: (log, version) => void removeUpTo.run(log, version),
  }
}
