import type { Random } from '../../kit/random.ts'
import { type Call, type Known, rightCall, spoiledJson } from './calls.ts'
import { hostileValue } from './values.ts'

/** How one presents oneself: header lines. */
export type Credentials = readonly string[]

/** A request that is well-formed HTTP; what it carries may be anything. */
export function wellFormed(random: Random, known: Known, credentials: Credentials): Buffer {
  const { method, path, payload }: Call = rightCall(random, known)
  const target = method === 'GET' ? `${path}?${query(random, payload)}` : path
  const body = method === 'GET' ? '' : spoiledJson(random, payload)
  const type = random.pick(['application/json', 'application/json', 'text/plain', 'text/plain; charset=utf-16', '*/*'])
  const more = random.chance(0.1) ? [`Idempotency-Key: ${printable(hostileValue(random))}`] : []
  return request(method, target, ['Host: localhost', `Content-Type: ${type}`, ...credentials, ...more], body)
}

export function request(method: string, target: string, headers: readonly string[], body: string): Buffer {
  const content = Buffer.from(body)
  const head = [`${method} ${target} HTTP/1.1`, ...headers, `Content-Length: ${content.length}`, 'Connection: close']
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`, 'latin1'), content])
}

const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300)

function query(random: Random, payload: Call['payload']): string {
  return Object.entries(payload)
    .map(([key, value]) => `${key}=${random.chance(0.5) ? value : encodeURIComponent(printable(hostileValue(random)))}`)
    .join('&')
}

const lines = [
  'GET / HTTP/9.9',
  'GET  /  HTTP/1.1',
  'get /v1/messages HTTP/1.1',
  'GET http://evil.example/v1/messages HTTP/1.1',
  'GET //v1/messages HTTP/1.1',
  'GET /v1/../v1/messages HTTP/1.1',
  'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1',
  'GET /v1/devices/%00 HTTP/1.1',
  'GET /v1/devices/%ff%fe HTTP/1.1',
  'GET /v1/messages?after=%E0%A4%A HTTP/1.1',
  'GET /%ZZ HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'CONNECT evil.example:443 HTTP/1.1',
  'TRACE / HTTP/1.1',
  'PRI * HTTP/2.0',
  'GET /socket.io/?EIO=3&transport=websocket HTTP/1.1',
  'GET /socket.io/?EIO=4&transport=polling&sid=__proto__ HTTP/1.1',
  'POST /socket.io/?EIO=4&transport=websocket&sid=x HTTP/1.1',
  'POST /v1/messages HTTP/1.1',
  'POST /v1/messages HTTP/1.0',
  'POST /api/auth/sign-up/email HTTP/1.1',
  'DELETE /v1/devices/__proto__ HTTP/1.1',
  '',
]

const headers = [
  'Host: x',
  'Host: x\r\nHost: y',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 5\r\nContent-Length: 6',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: chunked\r\nContent-Length: 3',
  'Transfer-Encoding: xchunked, identity',
  'Transfer-Encoding : chunked',
  'Expect: 100-continue',
  'Expect: the impossible',
  'Upgrade: websocket\r\nConnection: Upgrade',
  'Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA',
  'Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\nUpgrade: websocket\r\nConnection: Upgrade',
  'Authorization: Bearer',
  'Authorization: Bearer ..',
  'Authorization: Bearer ////.====.\u00ff',
  'Cookie: roost.session_token=',
  'Cookie: __proto__=1; roost.session_token=%00%ff; =; ;;;',
  'Origin: null',
  'X-Forwarded-For: 1.2.3.4',
  'Content-Type: application/json; charset=\u0000',
  'Content-Encoding: gzip',
  ' folded: header',
  'no colon at all',
  ': no name',
  'Bad\u0000Name: x',
  'X: \u0001\u007f',
  `X-Long: ${'x'.repeat(20_000)}`,
]

const bodies = [
  '',
  'hello',
  '5\r\nhello\r\n0\r\n\r\n',
  'fffffffffffffffff\r\n',
  '-1\r\n\r\n',
  '5;a=b\r\nhel',
  '0\r\nX: y\r\n',
]

/** HTTP that no client would send: broken lines, headers or lengths, often several requests on one connection. */
export function malformed(random: Random): Buffer {
  if (random.chance(0.1)) return random.bytes(random.below(300))
  const one = () => {
    const some = Array.from({ length: random.below(5) }, () => random.pick(headers))
    const end = random.pick(['\r\n', '\r\n', '\r\n', '\n', '\r'])
    return [random.pick(lines), ...some, '', random.pick(bodies)].join(end)
  }
  return Buffer.from(Array.from({ length: 1 + random.below(3) }, one).join(''), 'latin1')
}
