import { expect, test } from 'vitest'
import { cookieOf, PASSWORD, signIn } from '../../../tests/kit/clients/account.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

const NEW = 'under the old oak tree'
const change = (server: TestServer, cookie: string | undefined, currentPassword: string, newPassword = NEW) =>
  server.http('POST', '/api/auth/change-password', { cookie, json: { currentPassword, newPassword } })
const statusWith = (server: TestServer, cookie: string) =>
  server.http('GET', '/v1/devices', { cookie }).then((it) => it.status)
const trySignIn = (server: TestServer, email: string, password: string) =>
  server.http('POST', '/api/auth/sign-in/email', { json: { email, password } }).then((it) => it.status)

test('a new password ends all other sign-ins, and devices stay', async () => {
  await using server = await startServer()
  const own = await server.signUp()
  const other = await signIn(server.http, own)
  const device = await server.device(own)
  const changed = await change(server, own.cookie, PASSWORD)
  expect(changed.status).toBe(200)
  expect(await statusWith(server, cookieOf(changed))).toBe(200)
  expect(await statusWith(server, other.cookie)).toBe(401)
  expect([await trySignIn(server, own.email, PASSWORD), await trySignIn(server, own.email, NEW)]).toEqual([401, 200])
  expect((await device.pull()).head).toBe(0)
})

test('the password is changed with the present one only, and by a person who is signed in', async () => {
  await using server = await startServer()
  const { cookie, email } = await server.signUp()
  expect(await change(server, cookie, 'not the right one')).toMatchObject({
    status: 400,
    json: { code: 'INVALID_PASSWORD' },
  })
  expect((await change(server, undefined, PASSWORD)).status).toBe(401)
  expect((await change(server, cookie, PASSWORD, 'short')).status).toBe(400)
  expect(await trySignIn(server, email, PASSWORD)).toBe(200)
})

test('an empty password proves nothing, and is not taken for a guess', async () => {
  await using server = await startServer({ rateLimit: true })
  const { cookie, email } = await server.signUp()
  const refused = { status: 400, json: { code: 'invalid_request' } }
  const json = { email, password: '' }
  for (let i = 0; i < 12; i++) {
    expect(await change(server, cookie, '')).toMatchObject(refused)
    expect(await server.http('POST', '/api/auth/delete-user', { cookie, json })).toMatchObject(refused)
    expect(await server.http('POST', '/api/auth/sign-in/email', { json })).toMatchObject(refused)
  }
  expect(await trySignIn(server, email, PASSWORD)).toBe(200)
})

test('somebody with a stolen session cannot guess the password without end', async () => {
  await using server = await startServer({ rateLimit: true })
  const { cookie } = await server.signUp()
  const statuses: number[] = []
  for (let i = 0; i < 6; i++) statuses.push((await change(server, cookie, `guess ${i}`)).status)
  for (let i = 0; i < 6; i++) {
    const json = { password: `guess ${i}` }
    statuses.push((await server.http('POST', '/api/auth/delete-user', { cookie, json })).status)
  }
  expect(statuses).toEqual([...Array(10).fill(400), 429, 429])
})

test('a password that strangers try first is refused, at sign-up and later', async () => {
  await using server = await startServer()
  const up = (email: string, password: string) =>
    server.http('POST', '/api/auth/sign-up/email', { json: { name: 'Robin', email, password } })
  const refused = { status: 400, json: { code: 'PASSWORD_TOO_COMMON', message: expect.any(String) } }
  expect(await up('robin@example.test', 'Password123!')).toMatchObject(refused)
  expect(await up('robin.redbreast@example.test', 'redbreast1')).toMatchObject(refused)
  const { cookie } = await server.signUp('robin.redbreast@example.test')
  expect(await change(server, cookie, PASSWORD, 'qwertyuiop')).toMatchObject(refused)
  expect(await change(server, cookie, PASSWORD, 'robin.redbreast')).toMatchObject(refused)
})
