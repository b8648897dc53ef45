import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
let device: TestDevice

beforeAll(async () => {
  server = await startServer()
  device = await server.device(await server.signUp())
})
afterAll(() => server[Symbol.asyncDispose]())

const FORM = 'application/x-www-form-urlencoded'
const doors = ['/', '/v1/messages']

function send(path: string, contentType: string | undefined, body: BodyInit, token: string | undefined = device.token) {
  // As bytes: for a text, fetch would name a type by itself.
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  return server.http('POST', path, {
    token,
    body: bytes,
    ...(contentType && { headers: { 'Content-Type': contentType } }),
  })
}

async function newest() {
  const { messages } = await device.pull({ after: 0, limit: 2_000 })
  return messages.at(-1)
}

describe.each(doors)('POST %s', (path) => {
  test.each([
    [undefined, 'text/plain'],
    [FORM, 'text/plain'],
    [`${FORM}; charset=utf-8`, 'text/plain'],
    ['text/plain', 'text/plain'],
    ['Text/Plain; charset=UTF-8', 'text/plain'],
    ['text/markdown', 'text/markdown'],
    ['application/vnd.example+json', 'application/vnd.example+json'],
    ['text/json', 'text/json'],
    ['application/xml', 'application/xml'],
  ])('takes a body of %s as a text of %s', async (contentType, kept) => {
    const body = `a=b&c=%20 {"${contentType}":1}`
    expect(await send(path, contentType, body)).toMatchObject({ status: 200, json: { results: [{ ok: true }] } })
    expect(await newest()).toMatchObject({ content: body, contentType: kept, receiverDeviceId: 'all' })
  })

  test('takes application/json as the call', async () => {
    const json = { messages: [{ messageId: crypto.randomUUID(), receiverDeviceId: 'all', content: 'as JSON' }] }
    expect((await server.http('POST', path, { token: device.token, json })).status).toBe(200)
    expect(await newest()).toMatchObject({ content: 'as JSON', contentType: 'text/plain' })
    const text = await send(path, 'application/json; charset=utf-8', 'hello')
    expect(text).toMatchObject({ status: 400, json: { error: { message: 'the body is not JSON' } } })
  })

  test.each([
    ['files', 'multipart/form-data; boundary=x', '--x--'],
    ['bytes that are not UTF-8', FORM, new Uint8Array([0x61, 0xff])],
    ['another charset', 'text/html; charset=latin1', 'x'],
    ['a type that no message may have', `text/${'x'.repeat(300)}`, 'x'],
  ])('refuses %s, and stores nothing', async (_what, contentType, body) => {
    const before = await newest()
    expect(await send(path, contentType, body)).toMatchObject({
      ...{ status: 400, json: { error: { code: 'invalid_request' } } },
    })
    expect(await newest()).toEqual(before)
  })

  test('names a query parameter that there is not', async () => {
    const answer = await send(`${path}?too=${device.deviceId}`, FORM, 'x')
    expect(answer).toMatchObject({ status: 400, json: { error: { message: 'too: there is no such query parameter' } } })
    expect((await send(`${path}?to=${device.deviceId}`, FORM, 'for one')).status).toBe(200)
    expect(await newest()).toMatchObject({ receiverDeviceId: device.deviceId })
  })

  test('does not choose one of two receivers', async () => {
    const before = await newest()
    const answer = await send(`${path}?to=all&to=${device.deviceId}`, FORM, 'x')
    expect(answer).toMatchObject({ status: 400, json: { error: { message: 'to: must be given once' } } })
    expect(await newest()).toEqual(before)
  })

  test('does not know a wrong token', async () => {
    const answer = await send(path, FORM, 'x', 'nonsense')
    expect(answer).toMatchObject({ status: 401, json: { error: { code: 'unauthenticated' } } })
  })
})

test('POST / without a token says in one line how to send', async () => {
  const account = await server.signUp()
  const before = await newest()
  for (const cookie of [undefined, account.cookie]) {
    const answer = await server.http('POST', '/', { cookie, body: 'hi', headers: { 'Content-Type': FORM } })
    expect(answer).toMatchObject({ status: 401, json: { error: { code: 'unauthenticated' } } })
    expect(answer.text.trim()).not.toContain('\n')
    expect(answer.text).toContain('Authorization: Bearer')
  }
  expect(await newest()).toEqual(before)
})

test('other calls to / stay with the pages', async () => {
  for (const method of ['GET', 'PUT', 'DELETE']) {
    expect((await server.http(method, '/', { token: device.token })).status).toBe(404)
  }
})
