import { Hono } from 'hono'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Lan } from '../../core/ports/lan.ts'
import { isLoopback, namesLoopback } from '../../traffic/host.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext, HttpEnv } from '../env.ts'

/** `/api/roost/lan`: the way in from the local network, for the pages of this server alone. */
export function lanRoutes(lan: Lan, trustProxy: number, identify: Identify): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()

  /** Only somebody who sits at this machine decides that its network may come in. */
  const mayOpen = (c: HttpContext) =>
    lan.allowed && trustProxy === 0 && isLoopback(c.get('address')) && namesLoopback(c.req.header('host'))

  function state(c: HttpContext) {
    const { plain, secure, fingerprint } = lan.address() ?? {}
    return { mayOpen: mayOpen(c), address: plain === undefined ? null : { plain, secure, fingerprint } }
  }

  app.get('/', (c) => c.json(state(c)))
  app.post('/', async (c) => {
    await identify.device(c)
    if (!mayOpen(c)) throw new RoostError('forbidden', 'only a page on the computer that runs Roost may do this')
    await lan.open().catch((error: Error) => {
      throw new RoostError('unavailable', error.message)
    })
    return c.json(state(c))
  })
  app.get('/roost.crt', (c) => {
    const { authority } = lan.address() ?? {}
    if (authority === undefined)
      throw new RoostError('not_found', 'there is no certificate: Roost is closed to the network')
    c.header('Content-Type', 'application/x-x509-ca-cert')
    c.header('Content-Disposition', 'attachment; filename="roost.crt"')
    return c.body(authority)
  })
  // A page over HTTP asks for it over HTTPS. Its answer says that this browser trusts the certificate, and nothing else.
  app.get('/trusted', (c) => {
    c.header('Cross-Origin-Resource-Policy', 'cross-origin')
    return c.body(null, 204)
  })
  return app
}
