import { claimSchema } from '../../../lib/protocol/device.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import { limits } from '../../../lib/protocol/limits.ts'
import { parse } from '../../../lib/protocol/parse.ts'
import type { MotherDeps } from '../deps.ts'
import type { Notifier } from '../messages/notifier.ts'
import type { Mother } from '../mother.ts'
import { makeDevice } from './new-device.ts'
import { hashPairingCode, makePairingCode, readPairingCode } from './pairing-code.ts'

type Parts = Pick<MotherDeps, 'store' | 'now' | 'randomBytes' | 'baseUrl'> & { notifier: Notifier }

export function createPairing({ store, now, randomBytes, baseUrl, notifier }: Parts) {
  return {
    async offerPairing(caller) {
      const code = makePairingCode(randomBytes)
      const at = now()
      const expiresAt = at + limits.pairingMs
      await store.addPairing(caller, { codeHash: hashPairingCode(code), expiresAt }, at)
      return { code, url: `${baseUrl()}/pair#${code}`, expiresAt }
    },

    async claimPairing(payload) {
      const { code: typed, ...label } = parse(claimSchema, payload)
      const code = readPairingCode(typed)
      if (code === null) throw noSuchCode()
      const codeHash = hashPairingCode(code)
      const userId = await store.findPairing(codeHash, now())
      if (userId === null) throw noSuchCode()
      const { credentials, device } = makeDevice({ now, randomBytes }, userId, label)
      // Another device may have claimed the code since the lookup: only this call decides.
      if (!(await store.claimPairing(codeHash, device))) throw noSuchCode()
      notifier.notify(userId, { type: 'devices' })
      return credentials
    },
  } satisfies Partial<Mother>
}

/** The same answer for unknown, used and expired, so that guessing teaches nothing. */
function noSuchCode(): RoostError {
  const message = 'This code does not work: it is mistyped, already used, or older than 5 minutes. Ask for a new one'
  return new RoostError('not_found', message)
}
