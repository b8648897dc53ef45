import { DatabaseSync } from 'node:sqlite'
import type { Happening } from '../simulation/history/event.ts'
import { createLogReader, type LogReader } from '../simulation/mother/log-reader.ts'

/** The server may hold its own file for a moment. */
const BUSY_MS = 5_000

/** The mother's disk, read beside her, while she lives: what is there is committed, whatever she says. */
export interface Ledger {
  /** Writes down what was committed since it was last asked. To be asked before anything that she said is written down. */
  look(): void
  /** She serves what is on her disk, from the beginning or again. */
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

  /** All from one snapshot: the log may grow between two statements. */
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
    // Nobody sees what a browser sends: that there was an ack is taken for granted, that it moves forward is not.
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
