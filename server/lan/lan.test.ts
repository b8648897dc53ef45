import { X509Certificate } from 'node:crypto'
import { statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { expect, onTestFinished, test, vi } from 'vitest'
import { SOCKET_PATH } from '../../lib/protocol/events.ts'
import { cookieOf, PASSWORD, signUp } from '../../tests/kit/clients/account.ts'
import { createHttpClient, type HttpClient } from '../../tests/kit/clients/http-client.ts'
import { askOverTls } from '../../tests/kit/clients/https-client.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'

/** A machine with this address in its network. Nothing else listens on it here, and it needs no interface of its own. */
const ADDRESS = '127.3.2.1'
const MACHINE = { lan: true, lanAddress: ADDRESS }

/** The addresses that a phone learns, and the certificate that it then trusts. */
async function lookFrom(http: HttpClient) {
  const { address } = (await http('GET', '/api/roost/lan')).json
  const der = await fetch(`${address.plain}/api/roost/lan/roost.crt`)
  expect(der.headers.get('content-type')).toBe('application/x-x509-ca-cert')
  return { ...address, ca: new X509Certificate(Buffer.from(await der.arrayBuffer())).toString() } as {
    [it in 'plain' | 'secure' | 'fingerprint' | 'ca']: string
  }
}

test('one port answers over HTTP and HTTPS, with a certificate of an authority that stays', async () => {
  await using server = await startServer(MACHINE)
  const { plain, secure, ca, fingerprint } = await lookFrom(server.http)
  expect(new URL(plain).host).toBe(new URL(secure).host)
  expect(fingerprint.replaceAll(' ', ':')).toBe(new X509Certificate(ca).fingerprint256)
  expect((await createHttpClient(plain)('GET', '/healthz')).status).toBe(200)
  expect((await askOverTls(`${secure}/healthz`, { ca })).status).toBe(200)
  const { mode } = statSync(join(server.dataDir, 'lan-authority.json'))
  expect(mode & 0o777).toBe(0o600)
  await server.stop()
  await using again = await startServer({ ...MACHINE, dataDir: server.dataDir })
  expect((await lookFrom(again.http)).ca).toBe(ca)
})

test('a session over HTTPS stays there: its cookie is for this host and for HTTPS alone', async () => {
  await using server = await startServer(MACHINE)
  const { plain, secure, ca } = await lookFrom(server.http)
  const { email, cookie } = await signUp(createHttpClient(plain))
  expect(cookie).not.toContain('__Host-')
  const overTls = (path: string, headers: Record<string, string>, json?: unknown) =>
    askOverTls(secure + path, { ca, headers, json, method: json === undefined ? 'GET' : 'POST' })
  const own = { Origin: secure }
  const signedIn = await overTls('/api/auth/sign-in/email', own, { email, password: PASSWORD })
  expect(signedIn.status).toBe(200)
  for (const it of signedIn.headers.getSetCookie()) expect(it).toMatch(/^__Host-roost.*; Path=\/;.*; Secure$/)
  expect(signedIn.headers.get('strict-transport-security')).toBeNull()
  expect((await overTls('/v1/devices', { ...own, Cookie: cookieOf(signedIn) })).status).toBe(200)
  // The cookie from HTTP may have been read or set by somebody in the network.
  expect((await overTls('/v1/devices', { ...own, Cookie: cookie })).status).toBe(401)
  const stolen = cookieOf(signedIn).replaceAll('__Host-', '')
  expect((await overTls('/v1/devices', { ...own, Cookie: stolen })).status).toBe(401)
})

test('our pages are those of the address that was called, by its scheme and port, and no others', async () => {
  await using server = await startServer(MACHINE)
  const { plain, secure, ca } = await lookFrom(server.http)
  const { cookie } = await signUp(createHttpClient(plain))
  const phone = createHttpClient(plain)
  const status = async (Origin: string) => (await phone('GET', '/v1/devices', { cookie, headers: { Origin } })).status
  expect(await status(plain)).toBe(200)
  for (const other of [secure, 'https://evil.example', `http://${ADDRESS}`, `${plain}0`, 'null']) {
    expect({ other, status: await status(other) }).toEqual({ other, status: 403 })
  }
  const device = await phone('POST', '/v1/devices', { cookie, json: { name: 'Phone' } })
  const { token } = device.json
  const helloOver = (url: string, Origin: string) =>
    new Promise((resolve) => {
      const options = { path: SOCKET_PATH, transports: ['websocket'], auth: { token }, reconnection: false, ca }
      const socket = io(url, { ...options, forceNew: true, extraHeaders: { Origin } })
      socket.once('hello', () => resolve('hello'))
      socket.once('connect_error', (error) => resolve((error as { data?: { code: string } }).data?.code))
      onTestFinished(() => void socket.close())
    })
  expect(await helloOver(plain, plain)).toBe('hello')
  expect(await helloOver(secure, secure)).toBe('hello')
  expect(await helloOver(plain, 'https://evil.example')).toBe('forbidden')
})

test('a device at this machine opens it for the network, and its next invitation leads there', async () => {
  await using server = await startServer({ lanAddress: ADDRESS })
  const { token } = await server.device(await server.signUp())
  const ask = (method: string, headers = {}) => server.http(method, '/api/roost/lan', { token, headers })
  expect((await ask('GET')).json).toEqual({ mayOpen: true, address: null })
  expect((await server.http('POST', '/v1/pairings', { token, json: {} })).json.url).toMatch(/^http:\/\/localhost:/)
  expect((await server.http('POST', '/api/roost/lan')).status).toBe(401)
  const [first, second] = await Promise.all([ask('POST'), ask('POST')])
  expect(second.json).toEqual(first.json)
  const { plain } = first.json.address
  const { url } = (await server.http('POST', '/v1/pairings', { token, json: {} })).json
  expect(url.startsWith(`${plain}/pair#`)).toBe(true)
  const fromPhone = await createHttpClient(plain)('POST', '/api/roost/lan', { token })
  expect(fromPhone.status).toBe(200)
})

test('nobody opens it through a proxy, from elsewhere, or for a server that has an address', async () => {
  for (const changes of [{ trustProxy: 1 }, { baseUrl: 'https://roost.example' }]) {
    await using server = await startServer({ ...changes, lanAddress: ADDRESS })
    const { token } = await server.device(await server.signUp())
    const headers = { 'X-Forwarded-For': '192.168.1.9' }
    expect((await server.http('POST', '/api/roost/lan', { token, headers })).status).toBe(403)
  }
  await expect(startServer({ ...MACHINE, baseUrl: 'https://roost.example' })).rejects.toThrow(/^--lan: .* BASE_URL/)
})

test('whoever says nothing, or nonsense, is sent away, and the server goes on', async () => {
  await using server = await startServer(MACHINE)
  const { plain, secure, ca } = await lookFrom(server.http)
  const { port } = new URL(plain)
  for (const first of ['\x16\x03\x01\x00\x05hello', '\x16', 'nonsense\r\n\r\n', '\x00']) {
    const socket = connect(Number(port), '127.0.0.1')
    socket.on('error', () => {}).resume()
    socket.write(Buffer.from(first, 'latin1'))
    socket.end()
    await vi.waitFor(() => expect(socket.destroyed).toBe(true))
  }
  expect((await askOverTls(`${secure}/healthz`, { ca })).status).toBe(200)
})
