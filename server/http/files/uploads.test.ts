import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createFileClient, UPLOAD_TYPE } from '../../../tests/kit/clients/files.ts'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

const MB = 1024 * 1024
let server: TestServer
let desk: TestDevice
let phone: TestDevice
let stranger: TestDevice
const filesOf = (device: TestDevice) => createFileClient(server.http, device.token)

beforeAll(async () => {
  server = await startServer({ fileMax: 20 * MB, quota: 60 * MB })
  const account = await server.signUp()
  desk = await server.device(account)
  phone = await server.device(account)
  stranger = await server.device(await server.signUp('ben@example.test'))
})
afterAll(() => server[Symbol.asyncDispose]())

const codeOf = ({ status, json }: { status: number; json: { error: { code: string } } }) => [status, json?.error?.code]
const offsetOf = async (fileId: string, device = desk) =>
  (await filesOf(device).look(fileId)).headers.get('upload-offset')

test('a file goes up in pieces, from any device of the account, and comes down byte for byte', async () => {
  const bytes = randomBytes(3 * MB + 17)
  const fileId = randomUUID()
  const made = await filesOf(desk).create(bytes.length, { fileId, name: 'a.bin', type: 'application/x-thing' })
  expect([made.status, made.headers.get('location')]).toEqual([201, `/v1/files/${fileId}`])
  expect(Date.parse(made.headers.get('upload-expires') ?? '') - Date.now()).toBeGreaterThan(6 * 24 * 3_600_000)
  const first = await filesOf(desk).patch(fileId, 0, bytes.subarray(0, MB))
  expect([first.status, first.headers.get('upload-offset')]).toEqual([204, String(MB)])
  const looked = await filesOf(phone).look(fileId)
  expect(Object.fromEntries(looked.headers)).toMatchObject({
    ...{ 'upload-offset': String(MB), 'upload-length': String(bytes.length), 'cache-control': 'no-store' },
    'upload-metadata': expect.stringContaining(`name ${Buffer.from('a.bin').toString('base64')}`),
  })
  expect(codeOf(await filesOf(desk).get(fileId))).toEqual([409, 'incomplete'])
  const last = await filesOf(phone).patch(fileId, MB, bytes.subarray(MB))
  expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(bytes.length)])
  const response = await fetch(`${server.url}/v1/files/${fileId}`, {
    headers: { authorization: `Bearer ${desk.token}` },
  })
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  expect(response.headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`)
})

test('the same announcement again is the same upload; another length or another account is a conflict', async () => {
  const fileId = randomUUID()
  const path = `/v1/files/${fileId}`
  for (const device of [desk, desk, phone]) {
    expect((await filesOf(device).create(10, { fileId })).headers.get('location')).toBe(path)
  }
  expect(codeOf(await filesOf(desk).create(11, { fileId }))).toEqual([409, 'conflict'])
  expect(codeOf(await filesOf(stranger).create(10, { fileId }))).toEqual([409, 'conflict'])
  const foreign = filesOf(stranger)
  expect((await foreign.look(fileId)).status).toBe(404)
  for (const answer of [
    await foreign.patch(fileId, 0, 'x'),
    await foreign.get(fileId),
    await foreign.terminate(fileId),
  ]) {
    expect(codeOf(answer)).toEqual([404, 'not_found'])
  }
})

test('creation with upload stores the first bytes, or all of them', async () => {
  const fileId = randomUUID()
  const body = Buffer.from('hello')
  const made = await filesOf(desk).create(7, { fileId }, { 'Content-Type': UPLOAD_TYPE }, body)
  expect([made.status, made.headers.get('upload-offset')]).toEqual([201, '5'])
  const again = await filesOf(desk).create(7, { fileId }, { 'Content-Type': UPLOAD_TYPE }, body)
  expect([again.status, again.headers.get('upload-offset')]).toEqual([201, '5'])
  await filesOf(desk).patch(fileId, 5, '!!')
  expect((await filesOf(desk).get(fileId)).text).toBe('hello!!')
  const empty = await filesOf(desk).upload('')
  expect(await filesOf(desk).get(empty)).toMatchObject({ status: 200, text: '' })
})

test('bytes go to the end of the file and nowhere else', async () => {
  const fileId = randomUUID()
  const { create, patch, get } = filesOf(desk)
  await create(10, { fileId })
  await patch(fileId, 0, '01234')
  for (const offset of [0, 4, 6, 10]) expect(codeOf(await patch(fileId, offset, 'xx'))).toEqual([409, 'conflict'])
  expect(codeOf(await patch(fileId, 5, 'too many for it'))).toEqual([413, 'payload_too_large'])
  for (const bad of ['-1', '1e1', '', '99999999999999999999']) {
    expect(codeOf(await patch(fileId, 5, 'x', { 'Upload-Offset': bad }))).toEqual([400, 'invalid_request'])
  }
  expect((await patch(fileId, 5, 'x', { 'Content-Type': 'text/plain' })).status).toBe(415)
  const offset = Number(await offsetOf(fileId))
  await patch(fileId, offset, '56789'.slice(offset - 5))
  expect((await get(fileId)).text).toBe('0123456789')
  expect((await patch(fileId, 10, '')).status).toBe(204)
})

test('two uploads of one file at once leave it whole', async () => {
  const bytes = randomBytes(6 * MB)
  const fileId = randomUUID()
  const { create, patch } = filesOf(desk)
  await create(bytes.length, { fileId })
  await Promise.allSettled(Array.from({ length: 4 }, () => patch(fileId, 0, bytes)))
  const offset = Number(await offsetOf(fileId))
  if (offset < bytes.length) await patch(fileId, offset, bytes.subarray(offset))
  const etag = (await filesOf(phone).look(fileId)).headers.get('upload-offset')
  expect(etag).toBe(String(bytes.length))
  const head = await server.http('HEAD', `/v1/files/${fileId}`, { token: desk.token })
  expect(head.headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`)
})

/** Sends the first of `size` bytes, and breaks off. */
async function breakOff(fileId: string, size: number, first: Uint8Array, more: object = {}) {
  const headers = {
    ...{ Authorization: `Bearer ${desk.token}`, 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0' },
    ...{ 'Content-Type': UPLOAD_TYPE, 'Content-Length': String(size), ...more },
  }
  const sent = request(`${server.url}/v1/files/${fileId}`, { method: 'PATCH', headers })
  sent.on('error', () => {})
  await new Promise((resolve) => sent.write(first, resolve))
  sent.destroy()
}

test('a connection that breaks leaves what has come, and with a checksum nothing', async () => {
  const bytes = randomBytes(5 * MB)
  const [plain, checked] = [randomUUID(), randomUUID()]
  for (const fileId of [plain, checked]) await filesOf(desk).create(bytes.length, { fileId })
  await breakOff(plain, bytes.length, bytes.subarray(0, 3 * MB))
  await vi.waitFor(async () => expect(Number(await offsetOf(plain))).toBeGreaterThan(2 * MB), { timeout: 10_000 })
  const sum = { 'Upload-Checksum': `sha256 ${createHash('sha256').update(bytes).digest('base64')}` }
  await breakOff(checked, bytes.length, randomBytes(3 * MB), sum)
  const offset = Number(await offsetOf(plain))
  await filesOf(desk).patch(plain, offset, bytes.subarray(offset))
  expect((await filesOf(desk).patch(checked, 0, bytes, sum)).status).toBe(204)
  for (const fileId of [plain, checked]) {
    const { headers } = await server.http('HEAD', `/v1/files/${fileId}`, { token: desk.token })
    expect(headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`)
  }
})

test('a checksum is checked before a byte counts', async () => {
  const fileId = randomUUID()
  const { create, patch, get } = filesOf(desk)
  await create(5, { fileId })
  const sum = (text: string, algorithm = 'sha1') => {
    return { 'Upload-Checksum': `${algorithm} ${createHash(algorithm).update(text).digest('base64')}` }
  }
  expect((await patch(fileId, 0, 'hellO', sum('hello'))).status).toBe(460)
  expect(codeOf(await patch(fileId, 0, 'hello', sum('hello', 'md5')))).toEqual([400, 'invalid_request'])
  expect(await offsetOf(fileId)).toBe('0')
  expect((await patch(fileId, 0, 'hello', sum('hello', 'sha256'))).status).toBe(204)
  expect((await get(fileId)).text).toBe('hello')
})

test('a file, and all files of an account, have a size that they may have', async () => {
  const { create, terminate } = filesOf(stranger)
  expect(codeOf(await create(20 * MB + 1))).toEqual([413, 'payload_too_large'])
  const announced = [randomUUID(), randomUUID(), randomUUID()]
  for (const fileId of announced) expect((await create(20 * MB, { fileId })).status).toBe(201)
  const full = await create(1)
  expect(codeOf(full)).toEqual([507, 'quota_exceeded'])
  expect(full.json.error).toMatchObject({ used: 60 * MB, quota: 60 * MB })
  expect((await terminate(announced[0] as string)).status).toBe(204)
  expect((await create(1)).status).toBe(201)
})

test('only its device takes an upload back', async () => {
  const fileId = await filesOf(desk).upload('x')
  expect(codeOf(await filesOf(phone).terminate(fileId))).toEqual([403, 'forbidden'])
  expect((await filesOf(desk).terminate(fileId)).status).toBe(204)
  expect((await filesOf(desk).look(fileId)).status).toBe(404)
})

test('what is announced wrongly is refused by the name of the header', async () => {
  const metadata = (value: string) => filesOf(desk).create(1, {}, { 'Upload-Metadata': value })
  const id = Buffer.from(randomUUID()).toString('base64')
  const wrong = [
    '',
    'name eA==',
    `fileId ${Buffer.from('../../etc/passwd').toString('base64')}`,
    `fileId ${id},fileId ${id}`,
  ]
  wrong.push(
    `fileId ${id},name ${Buffer.from([0xff]).toString('base64')}`,
    `fileId ${id},name ${Buffer.from('a'.repeat(256)).toString('base64')}`,
  )
  for (const value of wrong) {
    const answer = await metadata(value)
    expect(codeOf(answer)).toEqual([400, 'invalid_request'])
    expect(answer.json.error.message).toMatch(/^Upload-Metadata: /)
  }
  for (const size of ['-1', '1.5', 'x']) {
    expect(codeOf(await filesOf(desk).create(1, {}, { 'Upload-Length': size }))).toEqual([400, 'invalid_request'])
  }
  expect((await filesOf(desk).create(1, {}, { 'Tus-Resumable': '0.2.0' })).headers.get('tus-version')).toBe('1.0.0')
  const options = await server.http('OPTIONS', '/v1/files')
  expect(Object.fromEntries(options.headers)).toMatchObject({
    'tus-version': '1.0.0',
    'tus-extension': 'creation,creation-with-upload,checksum,termination,expiration',
    'tus-max-size': String(20 * MB),
  })
})
