import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readJson } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { Answers } from './answer.ts'

/** Anyone may claim, so the server reads little of what they send. */
const CLAIM_BYTES = 64 * 1024

/** `/v1/pairings`: a device offers a code, another one claims it. */
export function pairingCalls(
  { mother, rateLimits }: GatewayDeps,
  identify: Identify,
): Answers<'offerPairing' | 'claimPairing'> {
  return {
    offerPairing: async (c) => mother.offerPairing(await identify.device(c)),
    async claimPairing(c) {
      const payload = await readJson(c.req.raw, CLAIM_BYTES)
      return rateLimits.claim(c.get('address'), () => mother.claimPairing(payload))
    },
  }
}
