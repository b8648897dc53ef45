import { hideMiddle } from '../../../lib/protocol/hide-middle.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readJson } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import type { Answers } from './answer.ts'
import { createClaimWait } from './claim-wait.ts'

/** Anyone may look, claim and collect, so the server reads little of what they send. */
const CLAIM_BYTES = 64 * 1024

type PairingCall = 'offerPairing' | 'cancelPairing' | 'lookAtPairing' | 'claimPairing' | 'collectClaim' | 'decideClaim'

/** `/v1/pairings`: a device offers a code, another program claims it, and the device decides about the claim. */
export function pairingCalls(deps: GatewayDeps, identify: Identify): Answers<PairingCall> {
  const { auth, mother, rateLimits } = deps
  const wait = createClaimWait(deps)
  const claimId = (c: HttpContext) => c.req.param('claimId') ?? ''

  return {
    async offerPairing(c) {
      const caller = await identify.device(c)
      return mother.offerPairing(caller, await readJson(c.req.raw, CLAIM_BYTES, {}))
    },
    async cancelPairing(c) {
      await mother.cancelPairing(await identify.device(c), c.req.param('pairingId') ?? '')
    },
    async lookAtPairing(c) {
      const payload = await readJson(c.req.raw, CLAIM_BYTES)
      const { userId, ...look } = await rateLimits.claim(c.get('address'), () => mother.lookAtPairing(payload))
      return { account: hideMiddle((await auth.users.emailOf(userId)) ?? ''), ...look }
    },
    async claimPairing(c) {
      const payload = await readJson(c.req.raw, CLAIM_BYTES)
      const answer = await rateLimits.claim(c.get('address'), () => mother.claimPairing(payload))
      return 'claimId' in answer ? c.json(answer, 202) : answer
    },
    async collectClaim(c) {
      const payload = await readJson(c.req.raw, CLAIM_BYTES)
      const collected = await wait(c, claimId(c), () => mother.collectClaim(claimId(c), payload))
      return 'waiting' in collected ? c.json({ expiresAt: collected.waiting.expiresAt }, 202) : collected.credentials
    },
    async decideClaim(c) {
      const caller = await identify.device(c)
      await mother.decideClaim(caller, claimId(c), await readJson(c.req.raw))
    },
  }
}
