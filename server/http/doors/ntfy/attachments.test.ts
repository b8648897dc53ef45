import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFilesContent } from '../../../../lib/protocol/file-info.ts'
import { limits } from '../../../../lib/protocol/limits.ts'
import { createFileClient } from '../../../../tests/kit/clients/files.ts'
import { fileIdOf } from '../attachment.ts'
import { type DoorServer, startDoorServer } from '../testing/door-server.ts'

const MB = 1024 * 1024

let door: DoorServer
beforeAll(async () => {
  door = await startDoorServer({ fileMax: 20 * MB, quota: 60 * MB })
})
afterAll(() => door[Symbol.asyncDispose]())

function put(body: BodyInit, headers: Record<string, string> = {}, path = '/ntfy/scans') {
  return door.server.http('PUT', path, { token: door.token, body, headers })
}

/** The newest message with its files, as the device that reads gets them. */
async function received() {
  const message = await door.newest()
  const content = readFilesContent(message?.contentType ?? '', message?.content ?? '')
  const read = async (fileId: string) => {
    const { text, status } = await createFileClient(door.server.http, door.desk.token).get(fileId)
    return status === 200 ? text : status
  }
  const bytes = await Promise.all((message?.files ?? []).map(read))
  return { text: content?.text, files: content?.files.map(({ fileId: _, ...about }) => about), bytes }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('a body with a name is a file, and a device that may only send may send one', async () => {
  const answer = await put('one,two', { Filename: 'scan.csv', Title: 'A scan', Message: 'of today' })
  expect(answer.json).toMatchObject({
    ...{ event: 'message', topic: 'scans', title: 'A scan', message: 'of today' },
    attachment: {
      name: 'scan.csv',
      size: 7,
      url: expect.stringMatching(/^http:\/\/localhost:\d+\/v1\/files\/[-0-9a-f]{36}$/),
    },
  })
  expect(await received()).toEqual({
    ...{ text: 'A scan\nof today\n#scans', bytes: ['one,two'] },
    files: [{ name: 'scan.csv', type: expect.stringMatching(/^text\//), size: 7, sha256: sha256('one,two') }],
  })
})

test('a long text, and bytes that are no text, are files without a name', async () => {
  const long = 'x'.repeat(limits.contentBytes + 1)
  await put(long, { 'Content-Type': 'text/plain' }, '/ntfy/all')
  const file = { name: 'attachment.txt', type: 'text/plain', size: long.length, sha256: sha256(long) }
  expect(await received()).toEqual({ text: undefined, files: [file], bytes: [long] })
  await put(new Uint8Array([0x61, 0xff]), {}, '/ntfy/all')
  expect((await received()).files).toMatchObject([{ name: 'attachment.bin', type: '', size: 2 }])
})

test('a body of unknown length is taken, and an empty one', async () => {
  const chunked = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('piece'))
      controller.close()
    },
  })
  expect((await put(chunked, { Filename: 'a.txt' })).status).toBe(200)
  expect((await received()).bytes).toEqual(['piece'])
  expect((await put('', { Filename: 'empty.txt' })).status).toBe(200)
  expect((await received()).bytes).toEqual([''])
})

test('more than a request may have goes to the store as it comes, up to the size of a file', async () => {
  const large = Buffer.alloc(limits.requestBytes + 1, 'a')
  expect((await put(large, { Filename: 'large.bin' })).status).toBe(200)
  expect((await received()).files).toMatchObject([{ size: large.length, sha256: sha256(large.toString()) }])
  const before = await door.newest()
  const tooLarge = await put(Buffer.alloc(20 * MB + 1), { Filename: 'too-large.bin' })
  expect(tooLarge).toMatchObject({ status: 413, json: { code: 41_300, reason: 'payload_too_large' } })
  expect(await door.newest()).toEqual(before)
})

test('files come in a form, with a message beside them', async () => {
  const form = new FormData()
  form.set('message', 'two files')
  form.append('file', new File(['one'], 'one.txt', { type: 'text/plain' }))
  form.append('file', new File(['two'], 'zwei ü.png'))
  const answer = await door.server.http('POST', '/scans?title=Scans', { token: door.token, body: form })
  expect(answer.status).toBe(200)
  expect(await received()).toMatchObject({
    ...{ text: 'Scans\ntwo files\n#scans', bytes: ['one', 'two'] },
    files: [{ name: 'one.txt' }, { name: 'zwei ü.png', type: 'image/png' }],
  })
})

test('a retry under one Idempotency-Key is one message with one file, also after a try that was cut', async () => {
  const key = randomUUID()
  const fileId = fileIdOf(door.desk, key, 0)
  const begun = createFileClient(door.server.http, door.desk.token)
  await begun.create(4, { fileId, type: 'text/plain', name: 'a.txt' })
  await begun.patch(fileId, 0, 'li')
  const headers = { 'Idempotency-Key': key, Filename: 'a.txt' }
  const send = () => door.server.http('PUT', '/ntfy/all', { token: door.desk.token, body: 'like', headers })
  const answers = [await send(), await send()]
  expect(answers.map((it) => it.status)).toEqual([200, 200])
  expect(answers[1]?.json).toEqual(answers[0]?.json)
  expect((await received()).bytes).toEqual(['like'])
  expect((await door.desk.history()).filter((it) => it.messageId === key)).toHaveLength(1)
})

test('a message that is refused leaves no file', async () => {
  const key = randomUUID()
  const headers = { 'Idempotency-Key': key, Filename: 'a.txt' }
  const path = `/ntfy/all?to=${randomUUID()}`
  const answer = await door.server.http('PUT', path, { token: door.desk.token, body: 'x', headers })
  expect(answer).toMatchObject({ status: 422, json: { reason: 'unknown_receiver' } })
  const { look } = createFileClient(door.server.http, door.desk.token)
  expect((await look(fileIdOf(door.desk, key, 0))).status).toBe(404)
})

test('a name that is too long, and too many files, are refused', async () => {
  expect(await put('x', { Filename: 'x'.repeat(256) })).toMatchObject({ status: 400, json: { error: /^filename: / } })
  const form = new FormData()
  for (let n = 0; n <= limits.files; n += 1) form.append('file', new File(['x'], `${n}.txt`))
  expect(await put(form)).toMatchObject({ status: 400, json: { error: 'a message has at most 20 files' } })
})

test('an account without room, and a server without files, say so', async () => {
  await using small = await startDoorServer({ quota: 3 })
  const request = { token: small.token, body: 'four', headers: { Filename: 'a.txt' } }
  const full = await small.server.http('PUT', '/ntfy/x', request)
  expect(full).toMatchObject({ status: 507, json: { code: 50_700, reason: 'quota_exceeded' } })
  await using without = await startDoorServer({ fileMax: 0 })
  const refused = await without.server.http('PUT', '/ntfy/x', { ...request, token: without.token })
  expect(refused).toMatchObject({ status: 400, json: { error: expect.stringContaining('takes no files') } })
  expect((await without.server.http('PUT', '/ntfy/x', { token: without.token, body: 'text' })).status).toBe(200)
})
