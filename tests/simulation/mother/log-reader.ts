import type { DatabaseSync } from 'node:sqlite'
import type { DeviceRow, LogChange, LoggedMessage } from '../history/event.ts'

/** Reads the server's disk with plain SQL: the answers of the server itself are under test. */
export interface LogReader {
  /** Reads everything that has changed since the last call. */
  changes(): { users: LogChange[]; devices: DeviceRow[] }
  /** Everything. */
  whole(): { users: LogChange[]; devices: DeviceRow[] }
}

export function createLogReader(db: DatabaseSync): LogReader {
  const logs = db.prepare('SELECT user_id, head, floor, digest, floor_digest FROM log ORDER BY user_id')
  const above = db.prepare(`
    SELECT m.json, m.digest FROM log CROSS JOIN message m ON m.log = log.number AND m.direct IN (0, 1)
    WHERE user_id = ? AND version > ? ORDER BY version`)
  const devices = db.prepare(`
    SELECT user_id, device_id, last_received_version, revoked_at IS NOT NULL AS revoked FROM device
    ORDER BY user_id, device_id`)
  const known = new Map<string, { head: number; floor: number }>()
  const knownDevices = new Map<string, string>()

  function readLogs(all: boolean): LogChange[] {
    const users: LogChange[] = []
    for (const row of logs.all() as Record<string, unknown>[]) {
      const user = row.user_id as string
      const [head, floor] = [row.head as number, row.floor as number]
      const before = known.get(user)
      if (!all && before && before.head === head && before.floor === floor) continue
      known.set(user, { head, floor })
      const rows = above.all(user, all ? 0 : (before?.head ?? 0)) as { json: string; digest: Uint8Array }[]
      users.push({
        ...{ user, head, floor, digest: shown(row.digest), floorDigest: shown(row.floor_digest) },
        added: rows.map(({ json, digest }) => ({ ...seen(json), digest: shown(digest) })),
      })
    }
    return users
  }

  function readDevices(all: boolean): DeviceRow[] {
    const rows = (devices.all() as Record<string, unknown>[]).map((row) => ({
      user: row.user_id as string,
      device: row.device_id as string,
      lastReceivedVersion: row.last_received_version as number,
      revoked: row.revoked === 1,
    }))
    return rows.filter((row) => {
      const text = `${row.lastReceivedVersion} ${row.revoked}`
      const changed = all || knownDevices.get(row.device) !== text
      knownDevices.set(row.device, text)
      return changed
    })
  }

  return {
    changes: () => ({ users: readLogs(false), devices: readDevices(false) }),
    whole: () => ({ users: readLogs(true), devices: readDevices(true) }),
  }
}

function shown(digest: unknown): string {
  return Buffer.from(digest as Uint8Array).toString('base64url')
}

function seen(json: string): Omit<LoggedMessage, 'digest'> {
  const it = JSON.parse(json) as LoggedMessage
  return {
    version: it.version,
    messageId: it.messageId,
    senderDeviceId: it.senderDeviceId,
    receiverDeviceId: it.receiverDeviceId,
    kind: it.kind,
    targetVersion: it.targetVersion,
    contentType: it.contentType,
    content: it.content,
  }
}
