import { createConnection } from 'node:net'
import { expect, test } from 'vitest'
import { PASSWORD } from '../../../tests/kit/clients/account.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

const signIn = (server: TestServer, email: string, password: string, from: string) =>
  server.http('POST', '/api/auth/sign-in/email', { json: { email, password }, headers: { 'X-Forwarded-For': from } })

test('one account is not guessed at from many addresses either; others can still sign in', async () => {
  await using server = await startServer({ rateLimit: true, trustProxy: 1 })
  await server.signUp('robin@example.test')
  await server.signUp('wren@example.test')
  const guesses = Array.from({ length: 40 }, (_, i) => {
    const email = i % 2 ? 'Robin@Example.test' : 'robin@example.test'
    return signIn(server, email, `guess ${i} at it`, `10.0.${i}.1`)
  })
  const statuses = (await Promise.all(guesses)).map((it) => it.status)
  expect(statuses.filter((it) => it === 401)).toHaveLength(30)
  expect(statuses.filter((it) => it === 429)).toHaveLength(10)
  expect(await signIn(server, 'robin@example.test', PASSWORD, '10.1.0.1')).toMatchObject({
    status: 429,
    json: { code: 'rate_limited', retryAfterMs: expect.any(Number) },
  })
  expect((await signIn(server, 'wren@example.test', PASSWORD, '10.1.0.1')).status).toBe(200)
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
