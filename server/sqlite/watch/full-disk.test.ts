import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'

const MB = 1024 ** 2

/** A file system of 48 MB, which takes root; undefined elsewhere. */
async function smallDisk(): Promise<string | undefined> {
  const dir = await temporaryFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', dir], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', dir]))
  return dir
}

const freeOf = (dir: string) => statfsSync(dir).bavail * statfsSync(dir).bsize

/** As another program would, until no byte is left. */
function fillUp(file: string) {
  try {
    for (;;) appendFileSync(file, randomBytes(MB))
  } catch {
    // Bit by bit, so that not even a page is left.
    try {
      for (;;) appendFileSync(file, randomBytes(512))
    } catch {}
  }
}

test('a token fills the disk: sends stop while there is room for everything that makes it emptier', async ({
  skip,
}) => {
  const disk = await smallDisk()
  if (disk === undefined) return skip('mounting a small file system takes root')
  await using server = await startServer({ dataDir: join(disk, 'data'), metrics: true })
  const account = await server.signUp('robin@example.test')
  const [desk, phone, thief] = [
    await server.device(account),
    await server.device(account),
    await server.device(account),
  ]
  const [first] = await desk.send([{ content: 'to be deleted' }])
  const { messageId } = first as { messageId: string }
  const big = Array.from({ length: 16 }, () => ({ content: 'x'.repeat(60_000) }))
  const missing = async () => (await server.http('GET', '/readyz')).json
  expect(await missing()).toEqual({ status: 'ready' })

  const seen = new Set<string>()
  const isFull = async () => {
    const now: string[] = ((await missing()).missing ?? []).map((it: { why: string }) => it.why)
    for (const why of now) seen.add(why)
    return now.includes('the disk is full: messages are refused until there is room')
  }
  // A checkpoint may give room back after a refusal, so the thief goes on until both agree.
  let refusal: unknown
  do {
    refusal = undefined
    await thief.send(big).catch((it: unknown) => (refusal = it))
  } while (!(await isFull()) || refusal === undefined)
  expect(`${refusal}`).toMatch(/503 .*unavailable.*disk of the server is full.*retryAfterMs/)
  expect([...seen]).toContain('the disk is nearly full')
  expect(freeOf(disk)).toBeGreaterThan(4 * MB)
  expect((await server.http('GET', '/metrics')).text).toMatch(/^roost_disk_free_bytes \d+$/m)

  const { upTo, digest } = await phone.pull({ after: 0, limit: 1 })
  expect((await phone.ack({ version: upTo, digest })).status).toBe(200)
  const fields = { email: 'robin@example.test', password: 'not the right one' }
  expect((await server.http('POST', '/api/auth/sign-in/email', { json: fields })).status).toBe(401)
  await desk.send([{ content: '', kind: 'delete', targetId: messageId }])
  const removed = await server.http('DELETE', `/v1/devices/${thief.deviceId}`, { cookie: account.cookie })
  expect(removed.status).toBe(204)
})

test('another program leaves no byte: a device is removed all the same, and with room sends go on', async ({
  skip,
}) => {
  const disk = await smallDisk()
  if (disk === undefined) return skip('mounting a small file system takes root')
  await using server = await startServer({ dataDir: join(disk, 'data') })
  const account = await server.signUp()
  const [desk, thief] = [await server.device(account), await server.device(account)]
  await desk.send([{ content: 'before' }])
  const filler = join(disk, 'filler')
  fillUp(filler)
  const remove = () => server.http('DELETE', `/v1/devices/${thief.deviceId}`, { cookie: account.cookie })
  await vi.waitFor(async () => expect((await remove()).status).toBe(204), { timeout: 2_000 })
  await expect(desk.send([{ content: 'no room' }])).rejects.toThrow(/unavailable/)
  rmSync(filler)
  await vi.waitFor(async () => expect(await desk.send([{ content: 'room' }])).toMatchObject([{ version: 2 }]), {
    timeout: 2_000,
  })
})
