import { expect, onTestFinished, test, vi } from 'vitest'
import { PASSWORD } from '../../../tests/kit/clients/account.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { accountFields } from './account-fields.ts'

test.each([
  ['no JSON', { 'Content-Type': 'application/json' }, '{"email":', 400],
  ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'email=a@b.c&password=x', 400],
  ['a list', {}, '[]', 400],
  ['a field of another type', {}, '{"email":{"$gt":""},"password":"x"}', 400],
  ['a missing field', {}, '{"email":"robin@example.test"}', 400],
  ['too much', {}, JSON.stringify({ email: 'x'.repeat(70_000) }), 413],
  ['too much of a password', {}, JSON.stringify({ email: 'robin@example.test', password: 'x'.repeat(60_000) }), 400],
])('%s is refused, and nothing is written past the log', async (_name, headers, body, status) => {
  await using server = await startServer()
  const streams = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')]
  onTestFinished(() => void vi.restoreAllMocks())
  const answer = await server.http('POST', '/api/auth/sign-in/email', { headers, body })
  expect(answer).toMatchObject({ status, json: { code: expect.any(String), message: expect.any(String) } })
  for (const stream of streams) expect(stream).not.toHaveBeenCalled()
})

test('no call takes a list for an object, nor a list in the place of one', async () => {
  await using server = await startServer()
  const { cookie } = await server.signUp()
  const refused = { status: 400, json: { code: 'invalid_request' } }
  for (const path of Object.keys(accountFields)) {
    for (const json of [[], [[]], [{ password: PASSWORD }], 'x', 7, null]) {
      const answer = await server.http('POST', `/api/auth${path}`, { cookie, json })
      expect({ ...answer, path, sent: json }).toMatchObject(refused)
    }
  }
  for (const call of ['registration', 'authentication']) {
    for (const response of [[], { id: 'x', response: [] }, { id: [], response: { clientDataJSON: 'x' } }]) {
      const answer = await server.http('POST', `/api/auth/passkey/verify-${call}`, { cookie, json: { response } })
      expect({ ...answer, call, response }).toMatchObject(refused)
    }
  }
  expect((await server.http('GET', '/v1/devices', { cookie })).status).toBe(200)
})

test('the calls without fields take an empty body, and an empty object', async () => {
  await using server = await startServer()
  for (const request of [{}, { json: {} }, { json: { more: 1 } }]) {
    const { cookie } = await server.signUp()
    for (const path of ['revoke-other-sessions', 'sign-out']) {
      expect((await server.http('POST', `/api/auth/${path}`, { cookie, ...request })).status).toBe(200)
    }
    expect((await server.http('GET', '/v1/devices', { cookie })).status).toBe(401)
  }
})

test('whatever a request calls its body, a right one is taken', async () => {
  await using server = await startServer()
  const { email } = await server.signUp()
  for (const type of ['application/json; charset=utf-8', 'text/plain', 'x\u00ff']) {
    const body = JSON.stringify({ email, password: PASSWORD, callbackURL: 'https://evil.example' })
    const answer = await server.http('POST', '/api/auth/sign-in/email', { headers: { 'Content-Type': type }, body })
    expect(answer).toMatchObject({ status: 200, json: { redirect: false } })
  }
})
