import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Proxies send a UUID or hexadecimal digits. The pattern lets no other text into the log. */
const wellFormed = /^[0-9a-f][0-9a-f-]{14,62}[0-9a-f]$/i

/** The id of a request in the log: from a trusted proxy in front, else a new one. */
export function requestIdOf(headers: IncomingHttpHeaders, trustProxy: number): string {
  const given = headers['x-request-id']
  return trustProxy > 0 && typeof given === 'string' && wellFormed.test(given) ? given : randomUUID()
}
