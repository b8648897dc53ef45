import type { DatabaseSync } from 'node:sqlite'

export interface NamedDevice {
  deviceId: string
  name: string
}

export interface RevokedSince {
  /** Removed in `replaced` and live in the backup: revoked in `restored` now. */
  again: NamedDevice[]
  /** Live in the backup and unknown to `replaced`, which comes from another line of backups. No person removed these. */
  unknown: NamedDevice[]
}

/**
 * Removes the devices again that were removed after the backup was made. No device that is revoked in `restored` becomes live.
 * Removed devices that the backup is too old to know are added as removed: otherwise a later restore of a backup in between
 * would bring them back, and until then they would not be told to wipe what they hold.
 *
 * A device that `replaced` does not know stays live: no person has removed it, and a revoked device wipes all that it holds,
 * which may be the last copy.
 */
export function revokeAgain(restored: DatabaseSync, replaced: DatabaseSync): RevokedSince {
  const live = restored.prepare('SELECT user_id, device_id, name FROM device WHERE revoked_at IS NULL').all()
  const find = replaced.prepare('SELECT revoked_at FROM device WHERE user_id = ? AND device_id = ?')
  const revoke = restored.prepare('UPDATE device SET revoked_at = ?3 WHERE user_id = ?1 AND device_id = ?2')
  const unsubscribe = restored.prepare('DELETE FROM subscription WHERE user_id = ? AND device_id = ?')
  const since: RevokedSince = { again: [], unknown: [] }
  for (const row of live) {
    const [userId, deviceId] = [row.user_id as string, row.device_id as string]
    const device = { deviceId, name: row.name as string }
    const known = find.get(userId, deviceId)
    if (!known) since.unknown.push(device)
    else if (known.revoked_at !== null) {
      revoke.run(userId, deviceId, known.revoked_at as number)
      unsubscribe.run(userId, deviceId)
      since.again.push(device)
    }
  }
  remember(restored, replaced)
  return since
}

function remember(restored: DatabaseSync, replaced: DatabaseSync): void {
  const columns =
    'user_id, device_id, name, platform, token_hash, created_at, last_seen, last_received_version, revoked_at'
  const add = restored.prepare(
    `INSERT INTO device (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const removed = replaced.prepare(`SELECT ${columns} FROM device WHERE revoked_at IS NOT NULL`)
  for (const row of removed.all()) add.run(...Object.values(row))
}
