import { expect, test } from 'vitest'
import { cookieOf, PASSWORD } from '../../../tests/kit/clients/account.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

const account = (email: string, password = PASSWORD) => ({ json: { name: 'Robin', email, password } })
const signUp = (server: TestServer, email: string) => server.http('POST', '/api/auth/sign-up/email', account(email))
const welcome = async (server: TestServer) => (await server.http('GET', '/api/roost/welcome')).json

test('sign up, sign in, sign out', async () => {
  await using server = await startServer()
  const up = await signUp(server, 'robin@example.test')
  expect(up.status).toBe(200)
  const set = up.headers.getSetCookie().join('\n')
  expect(set).toMatch(/HttpOnly/i)
  expect(set).toMatch(/SameSite=Lax/i)
  expect(set).not.toMatch(/Secure/i)

  const wrong = await server.http('POST', '/api/auth/sign-in/email', account('robin@example.test', 'wrong password'))
  expect(wrong).toMatchObject({ status: 401, json: { message: expect.any(String) } })
  const signedIn = await server.http('POST', '/api/auth/sign-in/email', account('robin@example.test'))
  expect(signedIn.status).toBe(200)
  const cookie = cookieOf(signedIn)
  expect((await server.http('GET', '/v1/devices', { cookie })).status).toBe(200)
  const session = await server.http('GET', '/api/auth/get-session', { cookie })
  expect(session.json.user.email).toBe('robin@example.test')

  const headers = { Origin: `http://localhost:${server.port}` }
  expect((await server.http('POST', '/api/auth/sign-out', { cookie, headers, json: {} })).status).toBe(200)
  expect((await server.http('GET', '/v1/devices', { cookie })).status).toBe(401)
})

test('no account with a short password', async () => {
  await using server = await startServer()
  const short = await server.http('POST', '/api/auth/sign-up/email', account('wren@example.test', 'short'))
  expect(short.status).toBe(400)
})

test('SIGNUP=first: of many who come at once one is first, and then it is closed', async () => {
  await using server = await startServer({ signUp: 'first' })
  expect(await welcome(server)).toEqual({ signUp: true })
  const all = await Promise.all(Array.from({ length: 5 }, (_, i) => signUp(server, `robin${i}@example.test`)))
  expect(all.map((it) => it.status).toSorted()).toEqual([200, 403, 403, 403, 403])
  const refused = all.find((it) => it.status === 403)
  expect(refused?.json).toMatchObject({ code: 'forbidden', message: expect.stringMatching(/closed.*Sign in/) })
  expect(await welcome(server)).toEqual({ signUp: false })
})

test('SIGNUP=first: one who failed to sign up was not the first', async () => {
  await using server = await startServer({ signUp: 'first' })
  const short = await server.http('POST', '/api/auth/sign-up/email', account('robin@example.test', 'short'))
  expect(short.status).toBe(400)
  expect((await signUp(server, 'robin@example.test')).status).toBe(200)
})

test('SIGNUP=closed', async () => {
  await using server = await startServer({ signUp: 'closed' })
  expect(await welcome(server)).toEqual({ signUp: false })
  expect((await signUp(server, 'robin@example.test')).status).toBe(403)
})

test('accounts and their devices are there after a restart', async () => {
  await using first = await startServer()
  const robin = await first.signUp('robin@example.test')
  const device = await first.device(robin)
  await device.send([{ content: 'still here' }])
  await first.stop()
  await using second = await startServer({ dataDir: first.dataDir })
  expect((await second.http('GET', '/v1/devices', { cookie: robin.cookie })).status).toBe(200)
  const pulled = await second.http('GET', '/v1/messages', { token: device.token })
  expect(pulled.json.messages).toMatchObject([{ content: 'still here' }])
})

test('a page elsewhere cannot use the session', async () => {
  await using server = await startServer()
  const { cookie } = await server.signUp()
  const from = (Origin: string) => server.http('GET', '/v1/devices', { cookie, headers: { Origin } })
  for (const origin of [
    'https://evil.example',
    'null',
    `http://localhost:${server.port + 1}`,
    `https://localhost:${server.port}`,
  ]) {
    expect(await from(origin)).toMatchObject({ status: 403, json: { error: { code: 'forbidden' } } })
  }
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    expect((await from(`http://${host}:${server.port}`)).status).toBe(200)
  }
  const signOut = await server.http('POST', '/api/auth/sign-out', {
    cookie,
    headers: { Origin: 'https://evil.example' },
    json: {},
  })
  expect(signOut.status).toBe(403)
})

test('with a BASE_URL its origin is the only one, and an https one makes cookies secure', async () => {
  await using server = await startServer({ baseUrl: 'https://roost.example' })
  const up = await signUp(server, 'robin@example.test')
  for (const set of up.headers.getSetCookie()) {
    expect(set).toMatch(/^__Host-roost\./)
    for (const flag of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\/(;|$)/i]) expect(set).toMatch(flag)
    expect(set).not.toMatch(/; Domain=/i)
  }
  const cookie = cookieOf(up)
  const from = (Origin: string) => server.http('GET', '/v1/devices', { cookie, headers: { Origin } })
  expect((await from('https://roost.example')).status).toBe(200)
  expect((await from(`http://localhost:${server.port}`)).status).toBe(403)
})

test('a cookie that was not signed here is none', async () => {
  await using server = await startServer()
  const { cookie } = await server.signUp()
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  const [session = ''] = decodeURIComponent(value).split('.')
  const forged = encodeURIComponent(`${session}.${Buffer.alloc(32).toString('base64')}`)
  for (const it of [session, `${session}.`, forged, value.toUpperCase(), value.slice(0, -4)]) {
    expect((await server.http('GET', '/v1/devices', { cookie: `${name}=${it}` })).status).toBe(401)
  }
})

test('guessing passwords is slowed down, and says for how long', async () => {
  await using server = await startServer({ rateLimit: true })
  await signUp(server, 'robin@example.test')
  const tries = []
  for (let i = 0; i < 12; i++) {
    tries.push(await server.http('POST', '/api/auth/sign-in/email', account('robin@example.test', `guess ${i} at it`)))
  }
  expect(tries.slice(0, 10).map((it) => it.status)).toEqual(Array(10).fill(401))
  expect(tries[11]).toMatchObject({ status: 429, json: { code: 'rate_limited', retryAfterMs: expect.any(Number) } })
  expect(Number(tries[11]?.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('what the account library can do beyond that is not reachable', async () => {
  await using server = await startServer()
  const { cookie } = await server.signUp()
  const headers = { Origin: `http://localhost:${server.port}` }
  for (const path of [
    '/update-user',
    '/delete-user/callback',
    '/verify-password',
    '/sign-up/email/',
    '//sign-up/email',
    '/sign-up%2Femail',
    '/ok',
  ]) {
    const answer = await server.http('POST', `/api/auth${path}`, { cookie, headers, ...account('x@example.test') })
    expect(answer).toMatchObject({ status: 404, json: { code: 'not_found' } })
  }
})
