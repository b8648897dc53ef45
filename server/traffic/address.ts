import type { IncomingHttpHeaders } from 'node:http'
import { isIP, isIPv6, SocketAddress } from 'node:net'

/** The parts of a request that tell its origin. */
interface Caller {
  socket: { remoteAddress?: string | undefined }
  headers: IncomingHttpHeaders
}

/**
 * The caller's address, for limits: the socket's, or with `proxies` trusted proxies in front, the entry that the
 * outermost of them wrote into X-Forwarded-For. The caller controls the entries further left. An IPv6 address counts as
 * its network (/64), because a caller usually has all of its addresses.
 */
export function addressOf(request: Caller, proxies: number): string {
  return network(written(request, proxies) ?? request.socket.remoteAddress ?? 'unknown')
}

function written(request: Caller, proxies: number): string | undefined {
  if (proxies === 0) return undefined
  const header = request.headers['x-forwarded-for']
  const chain = [header ?? '']
    .flat()
    .join(',')
    .split(',')
    .map((it) => it.trim())
  const entry = withoutPort(chain.filter(Boolean).at(-proxies) ?? '')
  return isIP(entry) ? entry : undefined
}

/** Some proxies add the port: 1.2.3.4:567 or [2001:db8::1]:567. */
function withoutPort(entry: string): string {
  return /^\[(.*)\](:\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry
}

const MAPPED = '::ffff:'

function network(address: string): string {
  if (!isIPv6(address)) return address
  // Normalised: lower case, zeros in the middle left out, an IPv4 address at the end as such.
  const { address: text } = new SocketAddress({ address: address.replace(/%.*/, ''), family: 'ipv6' })
  if (text.startsWith(MAPPED)) return text.slice(MAPPED.length)
  const [front = '', back] = text.split('::')
  const head = front.split(':').filter(Boolean)
  const tail = back?.split(':').filter(Boolean) ?? []
  const groups = [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail]
  return `${groups.slice(0, 4).join(':')}::`
}
