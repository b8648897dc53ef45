import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** As proxies make them: a UUID, or hexadecimal digits. Nothing that anybody wrote fits in. */
const wellFormed = /^[0-9a-f][0-9a-f-]{14,62}[0-9a-f]$/i

/** The id of a request in the log: that of the proxy in front, when there is one that is trusted; else one of our own. */
export function requestIdOf(headers: IncomingHttpHeaders, trustProxy: number): string {
  const given = headers['x-request-id']
  return trustProxy > 0 && typeof given === 'string' && wellFormed.test(given) ? given : randomUUID()
}
