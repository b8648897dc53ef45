import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createFileClient, type FileToSend } from '../../../tests/kit/clients/files.ts'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

let server: TestServer
let desk: TestDevice
let phone: TestDevice
let tablet: TestDevice
const filesOf = (device: TestDevice) => createFileClient(server.http, device.token)

beforeAll(async () => {
  server = await startServer()
  const account = await server.signUp()
  desk = await server.device(account)
  phone = await server.device(account)
  tablet = await server.device(account)
})
afterAll(() => server[Symbol.asyncDispose]())

const statusesOf = async (fileId: string) =>
  Promise.all([desk, phone, tablet].map(async (it) => (await filesOf(it).get(fileId)).status))

test('a file opens to its uploader, and to every device that sees a message which names it', async () => {
  const fileId = await filesOf(desk).upload('hello')
  expect(await statusesOf(fileId)).toEqual([200, 404, 404])
  await desk.send([{ content: '', receiverDeviceId: phone.deviceId, files: [fileId] }])
  expect(await statusesOf(fileId)).toEqual([200, 200, 404])
  await phone.send([{ content: 'on', files: [fileId] }])
  expect(await statusesOf(fileId)).toEqual([200, 200, 200])
})

test('knowing an id opens nothing, also when the file comes later than the message', async () => {
  const [fileId, foreign] = [randomUUID(), randomUUID()]
  const stranger = await server.device(await server.signUp('ben@example.test'))
  for (const it of [tablet, stranger]) await it.send([{ content: '', files: [fileId, foreign] }])
  await filesOf(desk).upload('mine', { fileId })
  await filesOf(stranger).upload('hers', { fileId: foreign })
  expect(await statusesOf(fileId)).toEqual([200, 404, 404])
  expect(await statusesOf(foreign)).toEqual([404, 404, 404])
  expect((await filesOf(stranger).get(fileId)).status).toBe(404)
  await desk.send([{ content: '', files: [fileId] }])
  expect(await statusesOf(fileId)).toEqual([200, 200, 200])
})

test('on its way it says how far it is; then everybody who may have it is told', async () => {
  const fileId = randomUUID()
  await desk.send([{ content: '', receiverDeviceId: phone.deviceId, files: [fileId] }])
  expect((await filesOf(phone).get(fileId)).status).toBe(404)
  const { create, patch } = filesOf(desk)
  await create(10, { fileId })
  await patch(fileId, 0, '01234')
  const answer = await filesOf(phone).get(fileId)
  expect([answer.status, answer.json.error]).toEqual([
    409,
    { code: 'incomplete', message: expect.any(String), received: 5, size: 10, retryAfterMs: expect.any(Number) },
  ])
  const [here, there] = [await phone.connect(), await tablet.connect()]
  const said: unknown[] = []
  here.socket.on('file', (event) => said.push(['phone', event]))
  there.socket.on('file', (event) => said.push(['tablet', event]))
  await patch(fileId, 5, '56789')
  const next = await filesOf(desk).upload('for all')
  await desk.send([{ content: '', files: [next] }])
  await vi.waitFor(() => expect(said).toEqual([['phone', { fileId, complete: true }]]))
})

test('a part of it is answered as such', async () => {
  const fileId = await filesOf(desk).upload('0123456789')
  const get = (headers: Record<string, string>) => filesOf(desk).get(fileId, headers)
  for (const [range, text, says] of [
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ] as const) {
    const answer = await get({ Range: range })
    expect([answer.status, answer.text, answer.headers.get('content-range')]).toEqual([206, text, says])
    expect(answer.headers.get('content-length')).toBe(String(text.length))
  }
  for (const range of ['bytes=10-', 'bytes=-0']) {
    const answer = await get({ Range: range })
    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  }
  for (const range of ['bytes=4-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-']) {
    expect(await get({ Range: range })).toMatchObject({ status: 200, text: '0123456789' })
  }
  const etag = `"${createHash('sha256').update('0123456789').digest('hex')}"`
  expect((await get({ 'If-None-Match': etag })).status).toBe(304)
  expect((await get({ Range: 'bytes=0-0', 'If-Range': etag })).status).toBe(206)
  expect((await get({ Range: 'bytes=0-0', 'If-Range': '"other"' })).status).toBe(200)
  const head = await server.http('HEAD', `/v1/files/${fileId}`, { token: desk.token })
  expect(Object.fromEntries(head.headers)).toMatchObject({ etag, 'content-length': '10', 'accept-ranges': 'bytes' })
})

test.each<[FileToSend, string, string]>([
  [{ name: 'page.html', type: 'text/html' }, 'application/octet-stream', 'page.html'],
  [{ name: 'x.svg', type: 'image/svg+xml; charset=utf-8' }, 'application/octet-stream', 'x.svg'],
  [{ name: 'x.js', type: 'TEXT/JAVASCRIPT' }, 'application/octet-stream', 'x.js'],
  [{ name: '../../etc/passwd', type: 'text/plain' }, 'text/plain', '_.._etc_passwd'],
  [{ name: 'C:\\a\\b.exe', type: 'no type\r\nX: y' }, 'application/octet-stream', 'C__a_b.exe'],
  [{ name: 'a"\r\nSet-Cookie: x=1', type: '' }, 'application/octet-stream', 'a_Set-Cookie_ x=1'],
  [{ name: '\u202egpj.exe', type: 'image/png' }, 'image/png', 'gpj.exe'],
  [{ name: 'Büro 🪺.png', type: 'image/png' }, 'image/png', 'Büro 🪺.png'],
])('%o comes down as data that never runs, under a name that is no path', async (about, type, name) => {
  const fileId = await filesOf(desk).upload('<script>alert(1)</script>', about)
  const { headers } = await filesOf(desk).get(fileId)
  expect(Object.fromEntries(headers)).toMatchObject({
    ...{ 'content-type': type, 'x-content-type-options': 'nosniff' },
    'content-security-policy': expect.stringContaining('sandbox'),
    'cache-control': 'private, max-age=31536000, immutable',
  })
  const disposition = headers.get('content-disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w.%!-]+$/)
  expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name)
})

test('a device that may only send, a removed one, and nobody get nothing', async () => {
  const account = await server.signUp('cleo@example.test')
  const [own, gone] = [await server.device(account), await server.device(account)]
  const fileId = await filesOf(own).upload('x')
  await own.send([{ content: '', files: [fileId] }])
  const json = { name: 'cron', access: 'send' }
  const made = await server.http('POST', '/v1/devices', { cookie: account.cookie, json })
  await server.http('DELETE', `/v1/devices/${gone.deviceId}`, { cookie: account.cookie })
  for (const [token, status] of [
    [made.json.token, 403],
    [gone.token, 401],
    ['', 401],
  ] as const) {
    const it = createFileClient(server.http, token)
    const answers = [
      await it.get(fileId),
      await it.create(1),
      await it.patch(fileId, 0, 'x'),
      await it.terminate(fileId),
    ]
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status, status])
  }
})
