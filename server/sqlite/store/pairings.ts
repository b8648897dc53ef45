import type { DatabaseSync } from 'node:sqlite'
import type { Caller } from '../../core/mother.ts'
import type { NewDevice } from '../../core/ports/store.ts'
import type { Devices } from './devices.ts'
import type { LiveDevices } from './live-device.ts'

export interface Pairings {
  add(caller: Caller, pairing: { codeHash: Uint8Array; expiresAt: number }, now: number): void
  find(codeHash: Uint8Array, now: number): string | null
  claim(codeHash: Uint8Array, device: NewDevice): boolean
}

export function createPairings(db: DatabaseSync, live: LiveDevices, devices: Devices): Pairings {
  const removeExpired = db.prepare('DELETE FROM pairing WHERE expires_at <= ?')
  const add = db.prepare('INSERT INTO pairing (code_hash, user_id, device_id, expires_at) VALUES (?, ?, ?, ?)')
  // The only lookup that cannot start with the user: a code is all that its holder has.
  const find = db.prepare('SELECT user_id, device_id FROM pairing WHERE code_hash = ? AND expires_at > ?')
  const remove = db.prepare('DELETE FROM pairing WHERE code_hash = ?')

  const pairings: Pairings = {
    add(caller, { codeHash, expiresAt }, now) {
      live.require(caller)
      removeExpired.run(now)
      add.run(codeHash, caller.userId, caller.deviceId, expiresAt)
    },
    find(codeHash, now) {
      const row = find.get(codeHash, now) as { user_id: string; device_id: string } | undefined
      return row && live.isLive(row.user_id, row.device_id) ? row.user_id : null
    },
    claim(codeHash, device) {
      const userId = pairings.find(codeHash, device.now)
      if (userId === null) return false
      remove.run(codeHash)
      devices.insert(userId, device)
      return true
    },
  }
  return pairings
}
