import { Hono } from 'hono'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readJson } from '../body.ts'
import type { Who } from '../caller.ts'
import type { HttpEnv } from '../env.ts'

/** Anyone may claim, so nobody is listened to for long. */
const CLAIM_BYTES = 64 * 1024

/** `/v1/pairings`: a device offers a code, another one claims it. */
export function pairingRoutes({ mother, rateLimits }: GatewayDeps, who: Who): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()

  app.post('/', async (c) => c.json(await mother.offerPairing(await who.device(c)), 201))

  app.post('/claim', async (c) => {
    const payload = await readJson(c.req.raw, CLAIM_BYTES)
    return c.json(await rateLimits.claim(c.get('address'), () => mother.claimPairing(payload)), 201)
  })

  return app
}
