import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../../../lib/protocol/limits.ts'
import { type DoorServer, startDoorServer } from '../testing/door-server.ts'

let door: DoorServer
beforeAll(async () => {
  door = await startDoorServer()
})
afterAll(() => door[Symbol.asyncDispose]())

const post = (body: object, path = '/message', headers: Record<string, string> = { 'X-Gotify-Key': door.token }) =>
  door.server.http('POST', path, { json: body, headers })

describe('a token', () => {
  test.each<[string, (token: string) => [string, Record<string, string>]]>([
    ['in the query', (token) => [`/message?token=${token}`, {}]],
    ['in X-Gotify-Key', (token) => ['/message', { 'X-Gotify-Key': token }]],
    ['as a bearer', (token) => ['/message', { Authorization: `Bearer ${token}` }]],
  ])('%s opens the door', async (where, request) => {
    expect((await post({ message: where }, ...request(door.token))).status).toBe(200)
    expect(await door.said()).toEqual([where, 'text/plain'])
    const before = await door.newest()
    expect(await post({ message: 'x' }, ...request('wrong'))).toMatchObject({
      ...{ status: 401, json: { error: 'unauthenticated', errorCode: 401, errorDescription: expect.any(String) } },
    })
    expect(await door.newest()).toEqual(before)
  })

  test('of a full device does, too, and none does not', async () => {
    expect((await post({ message: 'full' }, `/message?token=${door.desk.token}`)).status).toBe(200)
    expect((await post({ message: 'x' }, '/message', {})).status).toBe(401)
  })
})

test('it answers as Gotify does', async () => {
  const extras = { 'client::display': { contentType: 'text/markdown' }, 'other::thing': { a: 1 } }
  const { status, json } = await post({ title: 'Backup', message: '*done*', priority: 8, extras })
  const stored = await door.newest()
  expect([status, json]).toEqual([
    200,
    {
      ...{ id: stored?.version, appid: 1, message: '*done*', title: 'Backup', priority: 8, extras },
      date: new Date(stored?.timestamp ?? 0).toISOString(),
    },
  ])
  expect(await door.said()).toEqual(['**Backup**\n\n*done*', 'text/markdown'])
})

test('an address to click, and that of a picture, are lines', async () => {
  const notification = { click: { url: 'https://a.example/1' }, bigImageUrl: 'https://a.example/2.png' }
  await post({ title: 'Door', message: 'rings', priority: null, extras: { 'client::notification': notification } })
  expect(await door.said()).toEqual(['Door\nrings\nhttps://a.example/1\nhttps://a.example/2.png', 'text/plain'])
})

test('forms say the same, urlencoded, multipart, or in the query', async () => {
  const fields = { title: 'Ä & B', message: 'a=b c', priority: '5' }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const query = new URLSearchParams(fields)
  for (const [path, body] of [
    ['/message', query],
    ['/message', form],
    [`/message?${query}`, undefined],
  ] as const) {
    const headers = { 'X-Gotify-Key': door.token }
    const answer = await door.server.http('POST', path, { headers, ...(body && { body }) })
    expect(answer).toMatchObject({ status: 200, json: { ...fields, priority: 5 } })
    expect(await door.said()).toEqual(['Ä & B\na=b c', 'text/plain'])
  }
})

test('a receiver is named as in the text form', async () => {
  expect((await post({ message: 'for one' }, `/message?to=${door.desk.deviceId}`)).status).toBe(200)
  expect(await door.newest()).toMatchObject({ receiverDeviceId: door.desk.deviceId })
  const nobody = await post({ message: 'x' }, `/message?to=${crypto.randomUUID()}`)
  expect(nobody).toMatchObject({ status: 422, json: { error: 'unknown_receiver', errorCode: 422 } })
})

test('a retry under one Idempotency-Key is stored once', async () => {
  const headers = { 'X-Gotify-Key': door.token, 'Idempotency-Key': crypto.randomUUID() }
  const answers = [
    await post({ message: 'once' }, '/message', headers),
    await post({ message: 'once' }, '/message', headers),
  ]
  expect(answers[1]?.json).toEqual(answers[0]?.json)
  expect(await post({ message: 'other' }, '/message', headers)).toMatchObject({
    status: 409,
    json: { error: 'conflict' },
  })
})

test.each<[string, object, number, RegExp]>([
  ['no message', { title: 'x' }, 400, /^message: is missing$/],
  ['an empty one', { message: ' ' }, 400, /^message: must not be empty$/],
  ['a message that is no text', { message: 1 }, 400, /^message: /],
  ['a priority that is no number', { message: 'x', priority: 'high' }, 400, /^priority: /],
  ['half a priority', { message: 'x', priority: 1.5 }, 400, /^priority: must be a whole number$/],
  [
    'extras of another shape',
    { message: 'x', extras: { 'client::display': 'markdown' } },
    400,
    /^extras\.client::display/,
  ],
  ['a list', [{ message: 'x' }], 400, /must be an object/],
  ['U+0000', { message: 'a\0b' }, 400, /^content: /],
  ['too much', { message: 'x'.repeat(limits.contentBytes + 1) }, 413, /65536 bytes/],
])('it refuses %s, and stores nothing', async (_what, body, status, why) => {
  const before = await door.newest()
  const answer = await post(body)
  expect([answer.status, answer.json.errorCode]).toEqual([status, status])
  expect(answer.json.errorDescription).toMatch(why)
  expect(await door.newest()).toEqual(before)
})

test.each<[string, string, BodyInit | undefined, string | undefined, RegExp]>([
  ['no JSON', '/message', '{', 'application/json', /not JSON/],
  ['a type that says no fields', '/message', 'hello', 'text/plain', /^message: is missing/],
  ['a form that is none', '/message', 'x', 'multipart/form-data; boundary=y', /not the form/],
  [
    'a field twice',
    '/message',
    'message=a&message=b',
    'application/x-www-form-urlencoded',
    /^message: must be given once/,
  ],
  ['a misspelled receiver', '/message?too=x&message=a', undefined, undefined, /^too: there is no such/],
])('it refuses %s', async (_what, path, body, type, why) => {
  const headers = { 'X-Gotify-Key': door.token, ...(type && { 'Content-Type': type }) }
  const answer = await door.server.http('POST', path, { headers, ...(body !== undefined && { body }) })
  expect([answer.status, answer.json.errorDescription]).toEqual([400, expect.stringMatching(why)])
})

test('it takes no files, and is not read', async () => {
  const form = new FormData()
  form.set('message', 'x')
  form.set('file', new File(['x'], 'x.txt'))
  const headers = { 'X-Gotify-Key': door.token }
  expect((await door.server.http('POST', '/message', { headers, body: form })).status).toBe(400)
  const read = await door.server.http('GET', '/message', { headers })
  expect([read.status, read.json.error]).toEqual([404, 'not_found'])
})
