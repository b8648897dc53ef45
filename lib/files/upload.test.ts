import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'
import { newMessageId } from '../core/new-message-id.ts'
import { TransportError } from '../core/ports.ts'
import { openMemoryFiles } from '../memory/files.ts'
import { createFileTransport, type FileTransport } from '../transport/files.ts'
import { keepStream } from './bytes.ts'
import { CHUNK_BYTES, type FileStore } from './file-store.ts'
import { uploadWaiting } from './upload.ts'

let server: TestServer
let desk: TestDevice
let phone: TestDevice

beforeAll(async () => {
  server = await startServer({ fileMax: 8 * CHUNK_BYTES, quota: 20 * CHUNK_BYTES })
  const account = await server.signUp()
  desk = await server.device(account)
  phone = await server.device(account)
})
afterAll(() => server[Symbol.asyncDispose]())

const transportOf = ({ token }: TestDevice) => createFileTransport(server.url, token)
const { signal } = new AbortController()

async function keep(files: FileStore, bytes: Buffer<ArrayBuffer>, name = 'a file'): Promise<string> {
  const fileId = newMessageId()
  await files.add({ fileId, name, type: '', size: bytes.length, usedAt: 0, upload: { state: 'waiting' } })
  await keepStream(files, { fileId, size: bytes.length, held: 0 }, new Blob([bytes]).stream())
  return fileId
}

async function readBack(fileId: string, from = 0): Promise<Buffer> {
  return Buffer.from(await new Response(await transportOf(desk).read(fileId, from)).arrayBuffer())
}

const run = (files: FileStore, transport: Pick<FileTransport, 'create' | 'offset' | 'append'> = transportOf(desk)) =>
  uploadWaiting({ files, transport, signal, progress: () => {} })

test('uploads what waits, in order, byte for byte: also nothing at all, and names of every kind', async () => {
  const files = openMemoryFiles()
  const contents = [randomBytes(2 * CHUNK_BYTES + 77), Buffer.alloc(0), Buffer.from('ß')]
  const names = ['../../etc/passwd', '', 'a,b c 写真.png']
  const ids: string[] = []
  for (const [n, content] of contents.entries()) ids.push(await keep(files, content, names[n]))
  const seen: (number | null)[] = []
  await uploadWaiting({ files, transport: transportOf(desk), signal, progress: (_id, sent) => seen.push(sent) })
  expect(seen).toEqual([0, CHUNK_BYTES, 2 * CHUNK_BYTES, null, null, 0, null])
  for (const [n, fileId] of ids.entries()) expect((await readBack(fileId)).equals(contents[n] as Buffer)).toBe(true)
  expect(await readBack(ids[0] as string, CHUNK_BYTES + 3)).toEqual(contents[0]?.subarray(CHUNK_BYTES + 3))
  expect((await files.list()).filter((it) => it.upload)).toEqual([])
})

test('goes on where a lost connection ended: it sends no chunk again that the server has', async () => {
  const files = openMemoryFiles()
  const content = randomBytes(4 * CHUNK_BYTES + 1)
  const fileId = await keep(files, content)
  const real = transportOf(desk)
  const sent: number[] = []
  const lossy = (lost: 'before' | 'after') => ({
    ...real,
    async append(...[id, at, bytes]: Parameters<FileTransport['append']>) {
      sent.push(at)
      const fails = sent.length % 2 === 0
      if (fails && lost === 'before') throw new TransportError('no_answer')
      const now = await real.append(id, at, bytes)
      if (fails) throw new TransportError('no_answer')
      return now
    },
  })
  for (const lost of ['before', 'after', 'before', 'after', 'before', 'after'] as const) {
    await run(files, lossy(lost)).catch((error: unknown) => expect(error).toBeInstanceOf(TransportError))
  }
  expect((await readBack(fileId)).equals(content)).toBe(true)
  // Each chunk once, and twice only those that were lost on their way there.
  expect(new Set(sent).size).toBe(5)
  expect(sent.length - new Set(sent).size).toBeLessThanOrEqual(3)
})

test('the server tells what it refuses for good, and the files after it go on', async () => {
  const files = openMemoryFiles()
  const large = await keep(files, Buffer.alloc(8 * CHUNK_BYTES + 1))
  const foreign = await keep(files, Buffer.from('mine'))
  const stranger = await server.device(await server.signUp('stranger@example.test'))
  await transportOf(stranger).create({ fileId: foreign, name: '', type: '', size: 4 })
  const small = await keep(files, Buffer.from('small'))
  await run(files)
  expect((await files.get(large))?.upload).toEqual({ state: 'failed', code: 'payload_too_large' })
  expect((await files.get(foreign))?.upload).toEqual({ state: 'failed', code: 'conflict' })
  expect((await files.get(small))?.upload).toBeUndefined()
  const over = [0, 1].map(() => keep(files, Buffer.alloc(8 * CHUNK_BYTES)))
  await Promise.all(over)
  await run(files)
  const codes = (await files.list()).map((it) => (it.upload?.state === 'failed' ? it.upload.code : null))
  expect(codes).toContain('quota_exceeded')
})

test('another device hears that a file is on its way, and that there is none', async () => {
  const fileId = newMessageId()
  await transportOf(desk).create({ fileId, name: 'a', type: '', size: 10 })
  await expect(transportOf(desk).read(fileId, 0)).rejects.toMatchObject({ code: 'incomplete' })
  await expect(transportOf(phone).read(newMessageId(), 0)).rejects.toMatchObject({ code: 'not_found' })
  await expect(createFileTransport(server.url, 'wrong').offset(fileId)).rejects.toMatchObject({
    code: 'unauthenticated',
  })
  await expect(createFileTransport('http://127.0.0.1:9', 'x').offset(fileId)).rejects.toBeInstanceOf(TransportError)
})
