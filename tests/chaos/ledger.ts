import { DatabaseSync } from 'node:sqlite'
import type { Happening } from '../simulation/history/event.ts'
import { createLogReader, type LogReader } from '../simulation/mother/log-reader.ts'

/** The server may hold its own file for a moment. */
const BUSY_MS = 5_000

/** Reads the server's database while it runs: the rows there are committed, whatever the server says. */
export interface Ledger {
  /** Records what was committed since the last call. Call it before you record anything that the server said. */
  look(): void
  /** Records that the server has started on this database. */
  opened(why: 'start' | 'crash'): void
  standing(device: string): { head: number; lastReceivedVersion: number }
  close(): void
}

export function openLedger(file: string, add: (it: Happening) => void, isWatched: (device: string) => boolean): Ledger {
  const db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MS })
  const reader = createLogReader(db)
  const standing = db.prepare(`
    SELECT coalesce(head, 0) AS head, last_received_version AS lastReceivedVersion
    FROM device LEFT JOIN log USING (user_id) WHERE device_id = ?`)

  /** Reads from one snapshot: the log may grow between two statements. */
  function read<T>(what: (it: LogReader) => T): T {
    db.exec('BEGIN')
    try {
      return what(reader)
    } finally {
      db.exec('COMMIT')
    }
  }

  let asked = 0
  function look(): void {
    const { users, devices } = read((it) => it.changes())
    if (users.length === 0 && devices.length === 0) return
    // The acks of a browser are not recorded, so an ack is assumed here; the checker still requires that it moves forward.
    for (const { user, device, lastReceivedVersion: version } of devices.filter((it) => !isWatched(it.device))) {
      add({ type: 'call', id: --asked, user, device, method: 'acknowledge', payload: { version } })
    }
    add({ type: 'commit', users, devices })
  }

  return {
    look,
    opened(why) {
      look()
      add({ type: 'opened', why, ...read((it) => it.whole()) })
    },
    standing: (device) => standing.get(device) as { head: number; lastReceivedVersion: number },
    close: () => db.close(),
  }
}
