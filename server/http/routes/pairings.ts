import { hideMiddle } from '../../../lib/protocol/values/hide-middle.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readFirst } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import type { Answers } from './answer.ts'
import { createClaimWait } from './claim-wait.ts'

type PairingCall =
  | 'offerPairing'
  | 'cancelPairing'
  | 'waitingClaims'
  | 'lookAtPairing'
  | 'claimPairing'
  | 'collectClaim'
  | 'decideClaim'

/** `/v1/pairings`: a device offers a code, another program claims it, and the device decides about the claim. */
export function pairingCalls(deps: GatewayDeps, identify: Identify): Answers<PairingCall> {
  const { auth, mother, rateLimits } = deps
  const wait = createClaimWait(deps)
  const claimId = (c: HttpContext) => c.req.param('claimId') ?? ''

  return {
    async offerPairing(c) {
      const payload = await readFirst(c.req.raw, {})
      return mother.offerPairing(await identify.device(c), payload())
    },
    async cancelPairing(c) {
      await mother.cancelPairing(await identify.device(c), c.req.param('pairingId') ?? '')
    },
    waitingClaims: async (c) => ({ claims: await mother.waitingClaims(await identify.device(c)) }),
    async lookAtPairing(c) {
      const payload = await readFirst(c.req.raw)
      const { userId, ...look } = await rateLimits.claim(c.get('address'), () => mother.lookAtPairing(payload()))
      return { account: hideMiddle((await auth.users.emailOf(userId)) ?? ''), ...look }
    },
    async claimPairing(c) {
      const payload = await readFirst(c.req.raw)
      const answer = await rateLimits.claim(c.get('address'), () => mother.claimPairing(payload()))
      return 'claimId' in answer ? c.json(answer, 202) : answer
    },
    async collectClaim(c) {
      const payload = await readFirst(c.req.raw)
      const collected = await wait(c, claimId(c), () => mother.collectClaim(claimId(c), payload()))
      return 'waiting' in collected ? c.json({ expiresAt: collected.waiting.expiresAt }, 202) : collected.credentials
    },
    async decideClaim(c) {
      const payload = await readFirst(c.req.raw)
      await mother.decideClaim(await identify.device(c), claimId(c), payload())
    },
  }
}
