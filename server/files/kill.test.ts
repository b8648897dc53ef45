import { execFileSync } from 'node:child_process'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newDevice, signUp } from '../../tests/kit/clients/account.ts'
import { createFileClient, UPLOAD_TYPE } from '../../tests/kit/clients/files.ts'
import { createHttpClient } from '../../tests/kit/clients/http-client.ts'
import { createRestartableServer } from '../../tests/kit/server/restartable-server.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'
import { temporaryFolder } from '../core/ports/store-contract/kit.ts'

const MB = 1024 ** 2
const CHECKPOINT = 8 * MB
const etagOf = (bytes: Uint8Array) => `"${createHash('sha256').update(bytes).digest('hex')}"`

/** Begins a request for the whole file, and lets its end wait. */
function begin(url: string, token: string, fileId: string, bytes: Uint8Array, upTo: number) {
  const headers = {
    ...{ Authorization: `Bearer ${token}`, 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0' },
    ...{ 'Content-Type': UPLOAD_TYPE, 'Content-Length': String(bytes.length) },
  }
  const sent = request(`${url}/v1/files/${fileId}`, { method: 'PATCH', headers })
  sent.on('error', () => {})
  sent.write(bytes.subarray(0, upTo))
}

test.each(['kill', 'stop'] as const)(
  '%s in the middle of an upload: what was complete is whole, and the other one goes on after what was synced',
  { timeout: 120_000 },
  async (end) => {
    await using server = await createRestartableServer()
    await server.start()
    const http = createHttpClient(server.url)
    const { token } = await newDevice(http, await signUp(http), 'Desk')
    const files = createFileClient(http, token)
    const whole = randomBytes(MB + 1)
    const done = await files.upload(whole)
    const bytes = randomBytes(20 * MB)
    const fileId = randomUUID()
    await files.create(bytes.length, { fileId })
    const offset = async () => Number((await files.look(fileId)).headers.get('upload-offset'))
    begin(server.url, token, fileId, bytes, 11 * MB)
    await vi.waitFor(async () => expect(await offset()).toBeGreaterThanOrEqual(CHECKPOINT), { timeout: 20_000 })
    await server[end]()
    await server.start()
    const left = await offset()
    expect(left).toBeGreaterThanOrEqual(CHECKPOINT)
    expect(left).toBeLessThanOrEqual(11 * MB)
    expect((await files.patch(fileId, left, bytes.subarray(left))).status).toBe(204)
    const etags = [done, fileId].map(async (it) => {
      return (await http('HEAD', `/v1/files/${it}`, { token })).headers.get('etag')
    })
    expect(await Promise.all(etags)).toEqual([etagOf(whole), etagOf(bytes)])
  },
)

test('a disk without room refuses files for now, while messages still fit; then they go on', async ({ skip }) => {
  const disk = await temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return skip('mounting a small file system takes root')
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', disk]))
  await using server = await startServer({ dataDir: join(disk, 'data') })
  const device = await server.device(await server.signUp())
  const files = createFileClient(server.http, device.token)
  expect((await files.create(60 * MB)).json.error).toMatchObject({ code: 'unavailable', retryAfterMs: 10_000 })
  const bytes = randomBytes(20 * MB)
  const fileId = randomUUID()
  expect((await files.create(bytes.length, { fileId })).status).toBe(201)
  // Another program takes the room that was there.
  const { bavail, bsize } = statfsSync(disk)
  const other = join(disk, 'other')
  writeFileSync(other, randomBytes(bavail * bsize - 10 * MB))
  expect((await files.patch(fileId, 0, bytes)).json.error.code).toBe('unavailable')
  rmSync(other)
  const left = Number((await files.look(fileId)).headers.get('upload-offset'))
  expect((await files.patch(fileId, left, bytes.subarray(left))).status).toBe(204)
  const head = await server.http('HEAD', `/v1/files/${fileId}`, { token: device.token })
  expect(head.headers.get('etag')).toBe(etagOf(bytes))
  await vi.waitFor(async () => expect(await device.send([{ content: 'x' }])).toMatchObject([{ ok: true }]))
})
