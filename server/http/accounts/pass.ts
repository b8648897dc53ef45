import { RoostError } from '../../../lib/protocol/error.ts'
import { ADDRESS_HEADER } from '../../core/ports/auth.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { HttpContext } from '../env.ts'

export type Pass = (c: HttpContext, fields?: object) => Promise<Response>

/** Returns a function that lets the account library answer a request, with these fields as its body. */
export function passToLibrary({ auth, origins }: Pick<GatewayDeps, 'auth' | 'origins'>): Pass {
  return async (c, fields) => {
    const { method, url, headers } = c.req.raw
    const own = new Headers(headers)
    own.delete('content-length')
    own.set('content-type', 'application/json')
    own.set(ADDRESS_HEADER, c.get('address'))
    // Browsers send an Origin, which was checked before. A call without one comes from a script.
    if (!own.has('origin') && origins[0]) own.set('origin', origins[0])
    const body = fields ? JSON.stringify(fields) : null
    const answer = await auth.handle(new Request(url, { method, headers: own, body }))
    if (answer.status !== 429) return answer
    const seconds = Number(answer.headers.get('x-retry-after')) || 60
    throw new RoostError('rate_limited', `Too many tries. Try again in ${seconds} seconds.`, {
      retryAfterMs: seconds * 1000,
    })
  }
}
