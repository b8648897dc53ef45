import { RoostError } from '../../../lib/protocol/error.ts'
import { ADDRESS_HEADER } from '../../core/ports/auth.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { HttpContext } from '../env.ts'

export type Pass = (c: HttpContext, fields?: object) => Promise<Response>

/** Returns a function that lets the account library answer a request, with these fields as its body. */
export function passToLibrary({ auth, ownOrigins }: Pick<GatewayDeps, 'auth' | 'ownOrigins'>): Pass {
  return async (c, fields) => {
    const { method, url, headers } = c.req.raw
    const own = new Headers(headers)
    own.delete('content-length')
    own.set('content-type', 'application/json')
    own.set(ADDRESS_HEADER, c.get('address'))
    // The gateway has checked the Origin by the request's connection, which the library does not see.
    own.set('origin', ownOrigins.main)
    const body = fields ? JSON.stringify(fields) : null
    const answer = await auth.handle(new Request(url, { method, headers: own, body }))
    if (answer.status !== 429) return answer
    const seconds = Number(answer.headers.get('x-retry-after')) || 60
    throw new RoostError('rate_limited', `Too many tries. Try again in ${seconds} seconds.`, {
      retryAfterMs: seconds * 1000,
    })
  }
}
