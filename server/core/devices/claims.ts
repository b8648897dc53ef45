import { hash, timingSafeEqual } from 'node:crypto'
import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { decisionSchema, secretSchema, type WaitingClaim } from '../../../lib/protocol/pairing.ts'
import { uuidV7 } from '../../../lib/protocol/values/ids.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { MotherDeps } from '../deps.ts'
import type { Notifier } from '../messages/notifier.ts'
import type { Mother } from '../mother.ts'
import type { NewClaim } from '../ports/pairings.ts'
import { makeDevice } from './new-device.ts'

type Parts = Pick<MotherDeps, 'store' | 'now' | 'randomBytes' | 'devicesPerHour'> & { notifier: Notifier }

/** Claims of codes that ask for confirmation: the inviting device decides, and the program that claimed collects. */
export function createClaims({ store, now, randomBytes, devicesPerHour, notifier }: Parts) {
  return {
    waitingClaims: (caller) => store.waitingClaims(caller, now()),

    async decideClaim(caller, claimId, payload) {
      const { accept } = parse(decisionSchema, payload)
      await store.decideClaim(caller, claimId, accept, now())
      notifier.notify(caller.userId, { type: 'pairing' })
    },

    async collectClaim(claimId, payload) {
      const { secret } = parse(secretSchema, payload)
      const claim = await store.findClaim(claimId, now())
      if (!claim || !timingSafeEqual(claim.secretHash, hashSecret(secret))) throw noSuchClaim()
      const { userId, state, expiresAt } = claim
      if (state === 'refused') throw new RoostError('forbidden', 'The other device said no')
      if (state !== 'accepted') return { waiting: { userId, expiresAt } }
      const { credentials, device } = makeDevice({ now, randomBytes, devicesPerHour }, userId, {
        ...claim,
        offeredBy: claim.deviceId,
      })
      if (!(await store.collectClaim(claimId, device))) throw noSuchClaim()
      notifier.notify(userId, { type: 'devices' })
      return { credentials }
    },
  } satisfies Partial<Mother>
}

/** A claim gets the full time from its own beginning: a code may have been claimed in its last second. */
export function makeClaim(
  { now, randomBytes }: Pick<MotherDeps, 'now' | 'randomBytes'>,
  label: Pick<NewClaim, 'name' | 'platform' | 'access'>,
): { claim: NewClaim; answer: WaitingClaim } {
  const at = now()
  const claimId = uuidV7(at, randomBytes(16))
  const secret = Buffer.from(randomBytes(32)).toString('base64url')
  const check = drawCheck(randomBytes)
  const expiresAt = at + limits.pairingMs
  return {
    claim: { ...label, claimId, secretHash: hashSecret(secret), check, now: at, expiresAt },
    answer: { claimId, secret, check, expiresAt },
  }
}

function drawCheck(randomBytes: MotherDeps['randomBytes']): string {
  const [high = 0, low = 0] = randomBytes(2)
  return String((high * 256 + low) % 100).padStart(2, '0')
}

const hashSecret = (secret: string) => hash('sha256', secret, 'buffer')

/** The same answer for unknown, wrong, cancelled, expired and done. */
const noSuchClaim = () => new RoostError('not_found', 'This request to join is not known here, or it has expired')
