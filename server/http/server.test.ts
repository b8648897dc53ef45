import { once } from 'node:events'
import { type AddressInfo, createConnection } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { limitConnections } from '../traffic/connection-limit.ts'
import { createSecurityHeaders } from './security-headers.ts'
import { createHttpServer, type Handler } from './server.ts'

async function headersOf(path: string, https = false, method = 'GET'): Promise<Headers> {
  const httpServer = createHttpServer(createSecurityHeaders(https))
  const answer: Handler = (_request, response) => response.end()
  httpServer.open({ wire: answer, pages: answer, pagesPolicy: () => "default-src 'self'" })
  httpServer.server.listen(0, '127.0.0.1')
  await once(httpServer.server, 'listening')
  try {
    return (await fetch(`http://127.0.0.1:${(httpServer.server.address() as AddressInfo).port}${path}`, { method }))
      .headers
  } finally {
    await httpServer.close()
  }
}

test.each(['/', '/pair', '/_next/static/x.js', '/sw.js', '/v1x'])('%s has the policy of the pages', async (path) => {
  expect((await headersOf(path)).get('content-security-policy')).toBe("default-src 'self'")
})

test.each(['/v1/messages', '/v1?x', '/api/auth/get-session', '/healthz', '/metrics'])(
  '%s may load nothing',
  async (path) => {
    expect((await headersOf(path)).get('content-security-policy')).toContain("default-src 'none'")
  },
)

test('a text may be sent to / and to a topic after it, and to no page', async () => {
  const policy = async (path: string, method = 'POST') =>
    (await headersOf(path, false, method)).get('content-security-policy')
  for (const path of ['/', '/?to=all', '/topic', '/x?']) expect(await policy(path)).toContain("default-src 'none'")
  for (const path of ['//', '/a/b', '/sw.js', '/_next']) expect(await policy(path)).toBe("default-src 'self'")
  expect(await policy('/topic', 'PUT')).toContain("default-src 'none'")
  expect(await policy('/topic', 'DELETE')).toBe("default-src 'self'")
})

test('every answer says how it is to be taken', async () => {
  const headers = await headersOf('/')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('x-powered-by')).toBeNull()
})

test('browsers are told to keep to HTTPS where that is how people reach it, and only there', async () => {
  expect((await headersOf('/', true)).get('strict-transport-security')).toMatch(/^max-age=\d{8,}$/)
  expect((await headersOf('/')).get('strict-transport-security')).toBeNull()
})

const LONG_MS = 100_000

async function listening(patience: { headersTimeout?: number; requestTimeout?: number; stalled?: number }) {
  const none = { headersTimeout: LONG_MS, requestTimeout: LONG_MS, stalled: LONG_MS, connectionsCheckingInterval: 20 }
  const httpServer = createHttpServer(createSecurityHeaders(false), { ...none, ...patience })
  const answer: Handler = (request, response) => request.resume().once('end', () => response.end())
  httpServer.open({ wire: answer, pages: answer })
  httpServer.server.listen(0, '127.0.0.1')
  await once(httpServer.server, 'listening')
  onTestFinished(() => {
    httpServer.server.closeAllConnections()
    return httpServer.close()
  })
  return httpServer.server
}

function connect({ port }: AddressInfo, text: string) {
  const socket = createConnection(port, '127.0.0.1', () => socket.write(text))
  // Cut off while it writes, it hears of that as an error first.
  socket.on('error', () => {})
  onTestFinished(() => void socket.destroy())
  return { socket, closed: new Promise((resolve) => socket.once('close', resolve).resume()) }
}

test.each([
  ['says nothing', '', '', { headersTimeout: 50, requestTimeout: 50 }],
  [
    'never comes to the end of its headers',
    'GET / HTTP/1.1\r\n',
    'X: y\r\n',
    { headersTimeout: 50, requestTimeout: 100 },
  ],
  [
    'sends its body by the byte',
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000\r\n\r\n',
    'x',
    { requestTimeout: 50, headersTimeout: 50 },
  ],
  ['stops in the middle of its body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n', '', { stalled: 50 }],
])('who %s is sent away', async (_name, begin, more, patience) => {
  const server = await listening(patience)
  const { socket, closed } = connect(server.address() as AddressInfo, begin)
  const drip = setInterval(() => more && socket.writable && socket.write(more), 10)
  await closed
  clearInterval(drip)
})

test('an address has so many connections and no more, until it lets one go', async () => {
  const server = await listening({})
  limitConnections(server, 0, 2)
  const address = server.address() as AddressInfo
  const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
  const answered = ({ socket }: ReturnType<typeof connect>) => once(socket, 'data')
  const accepted = once(server, 'connection')
  const first = connect(address, request)
  const [firstOfServer] = await accepted
  const second = connect(address, request)
  await Promise.all([answered(first), answered(second)])
  await connect(address, request).closed
  const gone = once(firstOfServer, 'close')
  first.socket.destroy()
  await gone
  const third = connect(address, request)
  await answered(third)
  expect(third.socket.destroyed).toBe(false)
})
