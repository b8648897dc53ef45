import { expect, onTestFinished, test, vi } from 'vitest'
import { PASSWORD } from '../../../tests/kit/clients/account.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'

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

test('whatever a request calls its body, a right one is taken', async () => {
  await using server = await startServer()
  const { email } = await server.signUp()
  for (const type of ['application/json; charset=utf-8', 'text/plain', 'x\u00ff']) {
    const body = JSON.stringify({ email, password: PASSWORD, callbackURL: 'https://evil.example' })
    const answer = await server.http('POST', '/api/auth/sign-in/email', { headers: { 'Content-Type': type }, body })
    expect(answer).toMatchObject({ status: 200, json: { redirect: false } })
  }
})
