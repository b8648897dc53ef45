import type { DatabaseSync } from 'node:sqlite'
import type { Access } from '../../../lib/protocol/access.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Caller } from '../../core/mother.ts'
import type { NewPairing, OpenPairing } from '../../core/ports/pairings.ts'
import type { NewDevice } from '../../core/ports/store.ts'
import type { Devices } from './devices.ts'
import type { LiveDevices } from './live-device.ts'

interface Row {
  user_id: string
  device_id: string
  name: string
  confirm: 0 | 1
  access: Access
}

export interface Pairings {
  add(caller: Caller, pairing: NewPairing, now: number): void
  find(codeHash: Uint8Array, now: number): OpenPairing | null
  cancel(caller: Caller, pairingId: string): void
  claim(codeHash: Uint8Array, device: NewDevice): boolean
}

export function createPairings(db: DatabaseSync, live: LiveDevices, devices: Devices): Pairings {
  const removeExpired = db.prepare('DELETE FROM pairing WHERE expires_at <= ?')
  const add = db.prepare(`
    INSERT INTO pairing (code_hash, user_id, device_id, expires_at, pairing_id, confirm, access)
    VALUES (?, ?, ?, ?, ?, ?, ?)`)
  // A lookup by code or claim cannot start with the user: the code or claim is all that its holder has.
  const find = db.prepare(`
    SELECT p.user_id, p.device_id, d.name, p.confirm, p.access FROM pairing p
    JOIN device d ON d.user_id = p.user_id AND d.device_id = p.device_id AND d.revoked_at IS NULL
    WHERE p.code_hash = ? AND p.state = 'open' AND p.expires_at > ?`)
  const use = db.prepare("UPDATE pairing SET state = 'done' WHERE code_hash = ?")
  const findById = db.prepare('SELECT 1 FROM pairing WHERE pairing_id = ? AND user_id = ?')
  const cancel = db.prepare(`
    UPDATE pairing SET state = 'cancelled' WHERE pairing_id = ? AND state IN ('open', 'waiting', 'accepted')`)

  const pairings: Pairings = {
    add(caller, { pairingId, codeHash, expiresAt, confirm, access }, now) {
      live.require(caller)
      removeExpired.run(now)
      add.run(codeHash, caller.userId, caller.deviceId, expiresAt, pairingId, confirm ? 1 : 0, access)
    },
    find(codeHash, now) {
      const row = find.get(codeHash, now) as Row | undefined
      if (!row) return null
      const { user_id: userId, device_id: deviceId, name } = row
      return { userId, deviceId, offeredBy: name, confirm: row.confirm === 1, access: row.access }
    },
    cancel(caller, pairingId) {
      live.require(caller)
      if (!findById.get(pairingId, caller.userId)) throw new RoostError('not_found', 'There is no such invitation')
      cancel.run(pairingId)
    },
    claim(codeHash, device) {
      const pairing = pairings.find(codeHash, device.now)
      if (!pairing || pairing.confirm) return false
      use.run(codeHash)
      devices.insert(pairing.userId, device)
      return true
    },
  }
  return pairings
}
