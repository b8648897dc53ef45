import type { DatabaseSync } from 'node:sqlite'
import type { PairingEvent } from '../../../lib/protocol/pairing.ts'
import { type DecidedClaim, judgeDecision } from '../../core/devices/judge-decision.ts'
import type { Caller } from '../../core/mother.ts'
import type { HeldClaim, NewClaim } from '../../core/ports/pairings.ts'
import type { NewDevice } from '../../core/ports/store.ts'
import type { Devices } from './devices.ts'
import type { LiveDevices } from './live-device.ts'
import type { Pairings } from './pairings.ts'

export interface Claims {
  add(codeHash: Uint8Array, claim: NewClaim): boolean
  waiting(caller: Caller, now: number): PairingEvent[]
  decide(caller: Caller, claimId: string, accept: boolean, now: number): void
  find(claimId: string, now: number): HeldClaim | null
  collect(claimId: string, device: NewDevice): boolean
}

/** Claims that wait for confirmation, each in the row of its invitation. */
export function createClaims(db: DatabaseSync, live: LiveDevices, devices: Devices, pairings: Pairings): Claims {
  const add = db.prepare(`
    UPDATE pairing SET state = 'waiting', claim_id = ?2, secret_hash = ?3, check_digits = ?4, claim_name = ?5,
      claim_platform = ?6, expires_at = ?7, access = ?8
    WHERE code_hash = ?1`)
  const waiting = db.prepare(`
    SELECT pairing_id AS pairingId, claim_id AS claimId, claim_name AS name, claim_platform AS platform,
      check_digits AS "check"
    FROM pairing WHERE user_id = ? AND device_id = ? AND state = 'waiting' AND expires_at > ?`)
  const findAny = db.prepare(`
    SELECT user_id AS userId, device_id AS deviceId, state, expires_at AS expiresAt, secret_hash AS secretHash,
      claim_name AS name, claim_platform AS platform, access
    FROM pairing WHERE claim_id = ?`)
  const setState = db.prepare('UPDATE pairing SET state = ?2 WHERE claim_id = ?1')

  const claims: Claims = {
    add(codeHash, { claimId, secretHash, check, name, platform, access, now, expiresAt }) {
      if (!pairings.find(codeHash, now)?.confirm) return false
      add.run(codeHash, claimId, secretHash, check, name, platform, expiresAt, access)
      return true
    },
    waiting(caller, now) {
      live.require(caller)
      return waiting.all(caller.userId, caller.deviceId, now) as unknown as PairingEvent[]
    },
    decide(caller, claimId, accept, now) {
      live.require(caller)
      judgeDecision(caller, findAny.get(claimId) as unknown as DecidedClaim | undefined, now)
      setState.run(claimId, accept ? 'accepted' : 'refused')
    },
    find(claimId, now) {
      const row = findAny.get(claimId) as unknown as (HeldClaim & DecidedClaim) | undefined
      if (!row || row.expiresAt <= now || row.state === 'cancelled' || row.state === 'done') return null
      return live.isLive(row.userId, row.deviceId) ? row : null
    },
    collect(claimId, device) {
      const claim = claims.find(claimId, device.now)
      if (claim?.state !== 'accepted') return false
      setState.run(claimId, 'done')
      devices.insert(claim.userId, device)
      return true
    },
  }
  return claims
}
