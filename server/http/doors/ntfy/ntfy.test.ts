import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../../../../lib/protocol/limits.ts'
import { type DoorServer, startDoorServer } from '../testing/door-server.ts'

let door: DoorServer
beforeAll(async () => {
  door = await startDoorServer()
})
afterAll(() => door[Symbol.asyncDispose]())

const base64 = (text: string) => Buffer.from(text).toString('base64')

/** A text with these headers, as `curl -d` sends it. */
function publish(path: string, body: BodyInit | undefined, headers: Record<string, string> = {}, method = 'POST') {
  const type = typeof body === 'string' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}
  const all = { Authorization: `Bearer ${door.token}`, ...type, ...headers }
  return door.server.http(method, path, { headers: all, ...(body !== undefined && { body }) })
}

const publishJson = (path: string, json: object, headers: Record<string, string> = {}) =>
  publish(path, JSON.stringify(json), { 'Content-Type': 'application/json', ...headers })

describe('a token', () => {
  test.each<[string, (token: string) => [string, Record<string, string>]]>([
    ['as a bearer', (token) => ['', { Authorization: `Bearer ${token}` }]],
    ['as a password', (token) => ['', { Authorization: `Basic ${base64(`anybody:${token}`)}` }]],
    ['as a name without a password', (token) => ['', { Authorization: `Basic ${base64(`${token}:`)}` }]],
    ['as ?auth= of Basic', (token) => [`?auth=${base64(`Basic ${base64(`:${token}`)}`).replaceAll('=', '')}`, {}]],
    ['as ?auth= of a bearer', (token) => [`?auth=${Buffer.from(`Bearer ${token}`).toString('base64url')}`, {}]],
    ['as ?auth= as it is', (token) => [`?auth=${token}`, {}]],
  ])('%s opens the door', async (where, how) => {
    const send = (token: string) => {
      const [query, headers] = how(token)
      return door.server.http('POST', `/ntfy/all${query}`, { headers, body: where })
    }
    expect((await send(door.token)).status).toBe(200)
    expect(await door.said()).toEqual([where, 'text/plain'])
    expect(await send('wrong')).toMatchObject({
      ...{ status: 401, json: { code: 40_100, http: 401, error: expect.any(String), reason: 'unauthenticated' } },
    })
  })

  test('is needed', async () => {
    expect((await door.server.http('POST', '/ntfy/all', { body: 'x' })).json.reason).toBe('unauthenticated')
  })
})

test.each(['POST', 'PUT'])('%s of a text answers as ntfy does', async (method) => {
  const { status, json } = await publish('/ntfy/backups', ' The backup is done.\n', {}, method)
  const stored = await door.newest()
  expect([status, json]).toEqual([
    200,
    {
      ...{ id: stored?.messageId, time: Math.floor((stored?.timestamp ?? 0) / 1000), event: 'message' },
      ...{ topic: 'backups', message: 'The backup is done.' },
    },
  ])
  expect(stored).toMatchObject({ content: 'The backup is done.\n#backups', receiverDeviceId: 'all' })
})

test('headers say a title, a priority, tags, and addresses', async () => {
  const headers = {
    ...{ Title: 'Disk full', Priority: 'urgent', Tags: 'warning, web 1,red_circle', Click: 'https://a.example/disk' },
    ...{ Attach: 'https://a.example/plot.png', Filename: 'plot.png' },
    Actions:
      'view, "Open, now", https://a.example/now; http, Restart, https://a.example/restart; view, url=https://b.example',
  }
  const { json } = await publish('/ntfy/disk', 'on web1', headers)
  expect(json).toMatchObject({
    ...{ title: 'Disk full', priority: 5, tags: ['warning', 'web 1', 'red_circle'], click: 'https://a.example/disk' },
    attachment: { name: 'plot.png', url: 'https://a.example/plot.png' },
  })
  const lines = [
    ...['⚠️ 🔴 Disk full', 'on web1', 'https://a.example/disk', 'Open, now: https://a.example/now', 'https://b.example'],
    ...['plot.png: https://a.example/plot.png', '#disk #web-1'],
  ]
  expect(await door.said()).toEqual([lines.join('\n'), 'text/plain'])
})

const text = ['Ünder\n#a', 'text/plain'] as const
test.each<[string, string, string | undefined, Record<string, string>, readonly [string, string]]>([
  ['X-Title', '/ntfy/all', 'b', { 'X-Title': 'T' }, ['T\nb', 'text/plain']],
  ['t', '/ntfy/all', 'b', { t: 'T' }, ['T\nb', 'text/plain']],
  ['the query', '/ntfy/all?title=T&tags=web,db&click=c:d', 'b', {}, ['T\nb\nc:d\n#web #db', 'text/plain']],
  ['a message in the query', '/ntfy/a?m=%C3%9Cnder', undefined, {}, text],
  ['a message in a header', '/ntfy/a', undefined, { Message: 'one\\ntwo' }, ['one\ntwo\n#a', 'text/plain']],
  ['one there and in the body', '/ntfy/all?message=one', 'two', {}, ['one\ntwo', 'text/plain']],
  ['UTF-8 in a header', '/ntfy/a', undefined, { 'X-Message': Buffer.from('Ünder').toString('latin1') }, text],
  ['a header as in mail', '/ntfy/a', undefined, { Message: `=?UTF-8?B?${base64('Ün')}?= =?utf-8?q?der?=` }, text],
  ['Markdown', '/ntfy/all', '*b*', { Markdown: 'yes', Title: 'T' }, ['**T**\n\n*b*', 'text/markdown']],
  ['Markdown as a type', '/ntfy/all', '*b*', { 'Content-Type': 'text/markdown' }, ['*b*', 'text/markdown']],
  ['the priority of a browser', '/ntfy/all', 'b', { Priority: 'u=1, i' }, ['b', 'text/plain']],
  ['nothing at all', '/ntfy/door', undefined, {}, ['triggered\n#door', 'text/plain']],
  ['a topic that names an emoji', '/ntfy/warning', 'b', {}, ['b\n#warning', 'text/plain']],
  [
    'fields that change nothing here',
    '/ntfy/all?up=1&firebase=no',
    'b',
    { Icon: 'x', Cache: 'no' },
    ['b', 'text/plain'],
  ],
  ['a topic after the host', '/a', 'b', {}, ['b\n#a', 'text/plain']],
])('it takes %s', async (_what, path, body, headers, said) => {
  expect((await publish(path, body, headers)).status).toBe(200)
  expect(await door.said()).toEqual(said)
})

test.each(['/ntfy', '/ntfy/', '/'])('POST %s takes JSON with a topic', async (path) => {
  const json = {
    ...{ topic: 'kuma', title: 'Web', message: 'is\ndown', priority: 5, tags: ['red_circle', 'web'], markdown: false },
    ...{
      click: 'https://a.example',
      actions: [{ action: 'view', label: 'Open', url: 'https://b.example' }],
      delay: null,
    },
  }
  // Apprise says a part in headers.
  const { status, json: answer } = await publishJson(path, json, { 'X-Tags': 'not these', Title: 'nor this' })
  expect([status, answer]).toMatchObject([200, { event: 'message', topic: 'kuma', message: 'is\ndown', priority: 5 }])
  const content = '🔴 Web\nis\ndown\nhttps://a.example\nOpen: https://b.example\n#kuma #web'
  expect(await door.said()).toEqual([content, 'text/plain'])
})

test('POST / stays our own call where no topic is named, and knows a password only for ntfy', async () => {
  const messages = [{ messageId: crypto.randomUUID(), receiverDeviceId: 'all', content: 'ours' }]
  expect(await publishJson('/', { messages })).toMatchObject({ status: 200, json: { results: [{ ok: true }] } })
  expect((await publishJson('/', { messages: 1, topic: 'x' })).json.error.code).toBe('invalid_request')
  const basic = { Authorization: `Basic ${base64(`x:${door.token}`)}` }
  expect((await publishJson('/', { messages }, basic)).json).toMatchObject({ code: 40_000, reason: 'invalid_request' })
  expect((await publishJson('/', { topic: 'all', message: 'theirs' }, basic)).status).toBe(200)
  expect(await door.said()).toEqual(['theirs', 'text/plain'])
  expect((await publish('/', 'a text', basic)).json.error.code).toBe('unauthenticated')
})

test('a receiver is named as in the text form, and never by a topic', async () => {
  expect((await publish(`/ntfy/all?to=${door.desk.deviceId}`, 'for one')).status).toBe(200)
  expect(await door.newest()).toMatchObject({ receiverDeviceId: door.desk.deviceId })
  expect((await publish('/ntfy/Desk', 'for all')).status).toBe(200)
  expect(await door.newest()).toMatchObject({ receiverDeviceId: 'all', content: 'for all\n#Desk' })
})

test('a retry under one Idempotency-Key is stored once', async () => {
  const headers = { 'Idempotency-Key': crypto.randomUUID() }
  const answers = [await publish('/ntfy/x', 'once', headers), await publish('/ntfy/x', 'once', headers)]
  expect(answers[1]?.json).toEqual(answers[0]?.json)
  expect(await publish('/ntfy/x', 'other', headers)).toMatchObject({ status: 409, json: { reason: 'conflict' } })
})

test.each<[string, string, BodyInit | undefined, Record<string, string>, RegExp]>([
  ['a topic of other characters', '/ntfy/b%C3%BC', 'x', {}, /^topic: must be 1 to 64/],
  ['a long one', `/ntfy/${'x'.repeat(65)}`, 'x', {}, /^topic: /],
  ['an unknown priority', '/ntfy/x', 'x', { Priority: '6' }, /^priority: must be 1 to 5/],
  ['an unknown yes', '/ntfy/x', 'x', { Markdown: 'maybe' }, /^markdown: must be yes or no/],
  ['a delay', '/ntfy/x', 'x', { At: 'tomorrow' }, /^delay: Roost sends at once/],
  ['an e-mail', '/ntfy/x', 'x', { Email: 'a@b.example' }, /^email: /],
  ['a phone call', '/ntfy/x?call=yes', 'x', {}, /^call: /],
  ['a template', '/ntfy/x?tpl=grafana', '{}', {}, /^template: /],
  ['actions that are no list', '/ntfy/x', 'x', { Actions: '[1' }, /^actions: /],
  ['a misspelled parameter', '/ntfy/x?titel=x', 'x', {}, /^titel: there is no such query parameter/],
  ['two receivers', '/ntfy/x?to=all&to=x', 'x', {}, /^to: must be given once/],
  ['another charset', '/ntfy/x', 'x', { 'Content-Type': 'text/plain; charset=latin1' }, /charset must be utf-8/],
  ['another id', '/ntfy/x', 'x', { 'Idempotency-Key': 'mine' }, /^Idempotency-Key: /],
  ['JSON without a topic', '/ntfy', '{"message":"x"}', {}, /^topic: is missing/],
  ['JSON with another topic', '/ntfy', '{"topic":"a b"}', {}, /^topic: must be 1 to 64/],
  ['JSON with tags that are no list', '/ntfy', '{"topic":"a","tags":"b"}', {}, /^tags: /],
  ['no JSON', '/ntfy', 'hello', {}, /not JSON/],
])('it refuses %s, and stores nothing', async (_what, path, body, headers, why) => {
  const before = await door.newest()
  const answer = await publish(path, body, headers)
  expect([answer.status, answer.json]).toMatchObject([400, { code: 40_000, http: 400, reason: 'invalid_request' }])
  expect(answer.json.error).toMatch(why)
  expect(await door.newest()).toEqual(before)
})

test('it refuses a title and a text that are too much together', async () => {
  const answer = await publish('/ntfy/x', 'x'.repeat(limits.contentBytes), { Title: 'y' })
  expect(answer).toMatchObject({ status: 413, json: { code: 41_300, reason: 'payload_too_large' } })
})

test('nothing is read here, and other calls stay what they are', async () => {
  for (const path of ['/ntfy/x/json', '/ntfy/x', '/ntfy', '/ntfy/x/ws']) {
    const answer = await door.server.http('GET', path, { token: door.token })
    expect(answer).toMatchObject({ status: 404, json: { http: 404, error: expect.stringContaining('/v1/stream') } })
  }
  for (const path of ['/v1', '/healthz', '/metrics', '/api', '/a/b', '/_next']) {
    expect((await publish(path, 'x')).status).toBe(404)
  }
})
