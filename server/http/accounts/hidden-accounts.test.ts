import { expect, test } from 'vitest'
import { cookieOf, PASSWORD } from '../../../tests/kit/clients/account.ts'
import type { HttpAnswer } from '../../../tests/kit/clients/http-client.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

const signUp = (server: TestServer, email: string) =>
  server.http('POST', '/api/auth/sign-up/email', { json: { name: 'Robin', email, password: 'under the old oak tree' } })

/** An answer without the parts that differ between any two new accounts. */
function shapeOf({ status, headers, json }: HttpAnswer) {
  const shape = (it: unknown): unknown =>
    typeof it === 'object' && it !== null
      ? Object.fromEntries(Object.entries(it).map(([key, value]) => [key, shape(value)]))
      : typeof it
  const names = [...headers.keys()].filter((it) => it !== 'set-cookie')
  const cookies = headers.getSetCookie().map((it) => it.replace(/=[^;]*/, '='))
  const lengths = headers.getSetCookie().map((it) => decodeURIComponent(it).split(';')[0]?.length)
  return { status, names, cookies, lengths, json: shape(json) }
}

test('SIGNUP=open: a sign-up does not tell who has an account', async () => {
  await using server = await startServer({ signUp: 'open' })
  const owner = await server.signUp('robin@example.test')
  const taken = await signUp(server, 'Robin@example.test')
  expect(shapeOf(taken)).toEqual(shapeOf(await signUp(server, 'wren@example.test')))
  expect(taken.json.user.email).toBe('robin@example.test')
  // The owner's account is as it was, and the answer opens nothing.
  expect((await server.http('GET', '/v1/devices', { cookie: cookieOf(taken) })).status).toBe(401)
  expect((await server.http('GET', '/v1/devices', { cookie: owner.cookie })).status).toBe(200)
  const json = { email: 'robin@example.test', password: PASSWORD }
  expect((await server.http('POST', '/api/auth/sign-in/email', { json })).status).toBe(200)
})

test('a sign-in does not tell it either', async () => {
  await using server = await startServer({ signUp: 'open' })
  await server.signUp('robin@example.test')
  const signIn = (email: string) =>
    server.http('POST', '/api/auth/sign-in/email', { json: { email, password: 'not the right one' } })
  expect((await signIn('robin@example.test')).text).toBe((await signIn('nobody@example.test')).text)
})
