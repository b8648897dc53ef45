import { createConnection } from 'node:net'
import { expect, test } from 'vitest'
import { cookieOf, PASSWORD } from '../../../tests/kit/clients/account.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

const signIn = (server: TestServer, email: string, password: string, from: string) =>
  server.http('POST', '/api/auth/sign-in/email', { json: { email, password }, headers: { 'X-Forwarded-For': from } })

const wrong = (server: TestServer, n: number, from: string) =>
  signIn(server, n % 2 ? 'Robin@Example.test' : 'robin@example.test', `guess ${n} at it`, from)

test('guessing from one network ends soon, and keeps nobody out who signs in from another', async () => {
  await using server = await startServer({ rateLimit: true, trustProxy: 1 })
  await server.signUp('robin@example.test')
  // Each address tries once, but all of them are of one customer.
  const guess = (n: number) => wrong(server, n, `2001:db8:1:${(n * 256).toString(16)}::1`)
  const statuses: number[] = []
  // Ten at a time: the queue of passwords refuses a caller who waits with more.
  for (let n = 0; n < 60; n += 10) {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, more) => guess(n + more)))
    statuses.push(...answers.map((it) => it.status))
  }
  expect(statuses.filter((it) => it === 401)).toHaveLength(40)
  expect(statuses.filter((it) => it === 429)).toHaveLength(20)
  const own = await signIn(server, 'robin@example.test', PASSWORD, '2001:db8:1:ffff::1')
  expect(own).toMatchObject({ status: 429, json: { code: 'rate_limited', retryAfterMs: expect.any(Number) } })
  expect((await signIn(server, 'robin@example.test', PASSWORD, '2001:db8:2::1')).status).toBe(200)
})

test('many addresses that guess at one account keep its owner from signing in nowhere else', async () => {
  await using server = await startServer({ rateLimit: true, trustProxy: 1 })
  await server.signUp('robin@example.test')
  await Promise.all(Array.from({ length: 120 }, (_, n) => wrong(server, n, `10.0.${n % 12}.1`)))
  expect((await signIn(server, 'robin@example.test', PASSWORD, '10.1.0.1')).status).toBe(200)
})

test('a browser that has signed in before has tries of its own, whoever guesses beside it', async () => {
  await using server = await startServer({ rateLimit: true, trustProxy: 1 })
  const { email } = await server.signUp('robin@example.test')
  const known = cookieOf(await signIn(server, email, PASSWORD, '10.0.0.1'))
  for (let n = 0; n < 12; n++) await wrong(server, n, '10.0.0.1')
  expect((await signIn(server, email, PASSWORD, '10.0.0.1')).status).toBe(429)
  const headers = { 'X-Forwarded-For': '10.0.0.1' }
  const again = (password: string) =>
    server.http('POST', '/api/auth/sign-in/email', { json: { email, password }, cookie: known, headers })
  expect((await again(PASSWORD)).status).toBe(200)
  const statuses: number[] = []
  for (let n = 0; n < 12; n++) statuses.push((await again(`guess ${n} at it`)).status)
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
})

test('signing in rightly does not use up the tries', async () => {
  await using server = await startServer({ rateLimit: true, trustProxy: 1 })
  await server.signUp('robin@example.test')
  for (let i = 0; i < 35; i++) {
    expect((await signIn(server, 'robin@example.test', PASSWORD, `10.0.${i}.1`)).status).toBe(200)
  }
})

test('a forged X-Forwarded-For gives no new tries, neither at passwords nor at codes nor at tokens', async () => {
  await using server = await startServer({ rateLimit: true })
  await server.signUp('robin@example.test')
  const passwords: number[] = []
  const codes: number[] = []
  for (let i = 0; i < 12; i++) {
    const from = `10.0.${i}.1`
    passwords.push((await signIn(server, 'robin@example.test', 'wrong', from)).status)
    const claim = { json: { code: 'AAAA-AAAA', name: 'x' }, headers: { 'X-Forwarded-For': from, 'X-Real-IP': from } }
    codes.push((await server.http('POST', '/v1/pairings/claim', claim)).status)
  }
  expect(passwords.slice(-2)).toEqual([429, 429])
  expect(codes).toEqual([...Array(10).fill(404), 429, 429])
  const tokens: number[] = []
  for (let i = 0; i < 62; i++) {
    const headers = { 'X-Forwarded-For': `10.0.${i}.1`, 'X-Roost-Address': `10.0.${i}.1` }
    tokens.push((await server.http('GET', '/v1/messages', { token: 'nonsense', headers })).status)
  }
  expect(tokens.slice(-2)).toEqual([429, 429])
})

test('a sign-up that is sent slowly keeps nobody else from signing up', async () => {
  await using server = await startServer({ signUp: 'first' })
  const slow = createConnection(server.port, '127.0.0.1')
  await new Promise((resolve) => slow.once('connect', resolve))
  slow.write(
    'POST /api/auth/sign-up/email HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n',
  )
  // The server's "go on" shows that the call has begun.
  await new Promise((resolve) => slow.once('data', resolve))
  expect((await server.signUp('robin@example.test')).cookie).not.toBe('')
  slow.destroy()
})
