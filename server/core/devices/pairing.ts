import { smaller } from '../../../lib/protocol/access.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { claimSchema, codeSchema, newPairingSchema } from '../../../lib/protocol/pairing.ts'
import { uuidV7 } from '../../../lib/protocol/values/ids.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { MotherDeps } from '../deps.ts'
import type { Notifier } from '../messages/notifier.ts'
import type { Mother } from '../mother.ts'
import type { OpenPairing } from '../ports/pairings.ts'
import { makeClaim } from './claims.ts'
import { makeDevice } from './new-device.ts'
import { hashPairingCode, makePairingCode, readPairingCode } from './pairing-code.ts'

type Parts = Pick<MotherDeps, 'store' | 'now' | 'randomBytes' | 'devicesPerHour' | 'baseUrl'> & { notifier: Notifier }

/** Invitations: a device offers a code, a program that knows the code looks where it leads, and claims it. */
export function createPairing({ store, now, randomBytes, devicesPerHour, baseUrl, notifier }: Parts) {
  async function find(typed: string): Promise<OpenPairing & { codeHash: Uint8Array }> {
    const code = readPairingCode(typed)
    if (code === null) throw noSuchCode()
    const codeHash = hashPairingCode(code)
    const pairing = await store.findPairing(codeHash, now())
    if (pairing === null) throw noSuchCode()
    return { ...pairing, codeHash }
  }

  return {
    async offerPairing(caller, payload) {
      const wanted = parse(newPairingSchema, payload ?? {})
      const code = makePairingCode(randomBytes)
      const at = now()
      const expiresAt = at + limits.pairingMs
      const pairingId = uuidV7(at, randomBytes(16))
      await store.addPairing(caller, { ...wanted, pairingId, codeHash: hashPairingCode(code), expiresAt }, at)
      return { pairingId, code, url: `${baseUrl()}/pair#${code}`, expiresAt }
    },

    async cancelPairing(caller, pairingId) {
      await store.cancelPairing(caller, pairingId)
      notifier.notify(caller.userId, { type: 'pairing' })
    },

    async lookAtPairing(payload) {
      const { userId, offeredBy, confirm, access } = await find(parse(codeSchema, payload).code)
      return { userId, offeredBy, confirm, access }
    },

    async claimPairing(payload) {
      const { code, ...label } = parse(claimSchema, payload)
      const { userId, deviceId, confirm, codeHash, ...pairing } = await find(code)
      const access = smaller(label.access, pairing.access)
      // Another program may have claimed the code since the lookup: only the store decides.
      if (confirm) {
        const { claim, answer } = makeClaim({ now, randomBytes }, { ...label, access })
        if (!(await store.addClaim(codeHash, claim))) throw noSuchCode()
        notifier.notify(userId, { type: 'pairing', deviceId })
        return answer
      }
      const { credentials, device } = makeDevice({ now, randomBytes, devicesPerHour }, userId, {
        ...label,
        access,
        offeredBy: deviceId,
      })
      if (!(await store.claimPairing(codeHash, device))) throw noSuchCode()
      notifier.notify(userId, { type: 'devices' })
      return credentials
    },
  } satisfies Partial<Mother>
}

/** The same answer for unknown, used, cancelled and expired, so that guessing teaches nothing. */
function noSuchCode(): RoostError {
  const message = 'This code does not work: it is mistyped, already used, or older than 5 minutes. Ask for a new one'
  return new RoostError('not_found', message)
}
