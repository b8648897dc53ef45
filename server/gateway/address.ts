import type { IncomingMessage } from 'node:http'

/**
 * Who is calling, for limits: the socket's address, or with `proxies` trusted ones in front, what the outermost of them
 * wrote into X-Forwarded-For. Entries further left come from the caller and may say anything.
 */
export function addressOf(request: IncomingMessage, proxies: number): string {
  const own = request.socket.remoteAddress ?? 'unknown'
  if (proxies === 0) return own
  const header = request.headers['x-forwarded-for']
  const chain = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((it) => it.trim())
  return chain.filter(Boolean).at(-proxies) ?? own
}
