import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { signUp } from '../../tests/kit/clients/account.ts'
import { createHttpClient } from '../../tests/kit/clients/http-client.ts'
import { createTestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../../tests/kit/server/server-process.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'
import { openSqliteStore } from '../sqlite/open-sqlite-store.ts'

const item = (content: string) => ({ messageId: randomUUID(), receiverDeviceId: 'all', content })

test('a full disk: sends wait, pulls go on, and nothing that was acknowledged is lost', async () => {
  // No file may grow beyond 4 MiB: to the store that is a full disk.
  await using child = startServerProcess({ LOG_LEVEL: 'silent' }, { before: 'ulimit -f 8192' })
  const url = await child.ready
  const http = createHttpClient(url)
  const device = await createTestDevice(url, await signUp(http), 'laptop')
  const live = await device.connect()
  const acknowledged: string[] = []
  let refused = { status: 200, headers: new Headers(), json: {} as unknown }
  for (let i = 0; i < 500 && refused.status === 200; i++) {
    const message = item('x'.repeat(60_000))
    refused = await http('POST', '/v1/messages', { token: device.token, json: { messages: [message] } })
    if (refused.status === 200) acknowledged.push(message.messageId)
  }
  const error = { code: 'unavailable', message: expect.any(String), retryAfterMs: expect.any(Number) }
  expect(refused).toMatchObject({ status: 503, json: { error } })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const overSocket = await live.call('send', { messages: [item('x'.repeat(60_000))] })
  expect(overSocket).toMatchObject({ ok: false, error })

  const stored: string[] = []
  for (let after = 0, head = 1; after < head; ) {
    const batch = await device.pull({ after })
    stored.push(...batch.messages.map((it) => it.messageId))
    after = batch.upTo
    head = batch.head
  }
  expect(acknowledged.length).toBeGreaterThan(5)
  expect(stored).toEqual(acknowledged)
  expect((await http('GET', '/healthz')).status).toBe(200)
})

test('what breaks inside is `internal` on both channels, tells nothing of how, and ends no connection', async () => {
  await using server = await startServer()
  const device = await server.device(await server.signUp())
  const live = await device.connect()
  const file = new DatabaseSync(join(server.dataDir, 'roost.db'), { timeout: 5_000 })
  file.exec('ALTER TABLE visible RENAME TO invisible')
  const broken = await server.http('GET', '/v1/messages?after=0', { token: device.token })
  expect(broken).toMatchObject({ status: 500, json: { error: { code: 'internal' } } })
  const overSocket = await live.call('pull', { after: 0 })
  expect(overSocket).toMatchObject({ ok: false, error: { code: 'internal' } })
  expect(JSON.stringify([broken.json, overSocket])).not.toMatch(/visible|SQL|table/i)
  file.exec('ALTER TABLE invisible RENAME TO visible')
  file.close()
  expect(await live.call('pull', { after: 0 })).toMatchObject({ ok: true })
})

test('a device that comes back after retention has passed it is told so, with where to go on', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const device = await server.device(account)
  await device.send([{ content: 'old' }, { content: 'old, too' }])
  await server.stop()
  const store = openSqliteStore(join(server.dataDir, 'roost.db'))
  expect(await store.expire({ before: Date.now() + 60_000 })).toEqual({ removed: 2 })
  await store.close()

  await using again = await startServer({ dataDir: server.dataDir })
  const error = { code: 'cursor_expired', floor: 2, head: 2 }
  const http = await again.http('GET', '/v1/messages?after=1', { token: device.token })
  expect(http).toMatchObject({ status: 410, json: { error } })
  const other = await again.device(account)
  const live = await other.connect()
  expect(live.hello).toMatchObject({ head: 2, floor: 2, lastReceivedVersion: 2 })
  expect(await live.call('pull', { after: 1 })).toMatchObject({ ok: false, error })
  await other.send([{ content: 'new' }])
  await live.until(() => live.batches().length > 0)
  expect(live.batches()).toMatchObject([{ from: 2, upTo: 3, floor: 2, messages: [{ content: 'new' }] }])
})

test('/readyz names the part that is missing, in words without a secret', async () => {
  await using server = await startServer()
  const file = new DatabaseSync(join(server.dataDir, 'roost.db'), { timeout: 5_000 })
  file.exec('ALTER TABLE log RENAME TO logbook')
  const { status, json, headers } = await server.http('GET', '/readyz')
  expect(status).toBe(503)
  expect(json).toMatchObject({
    status: 'not ready',
    missing: [{ part: 'store', why: 'the store does not answer' }],
    error: { code: 'unavailable', message: 'store: the store does not answer' },
  })
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  file.exec('ALTER TABLE logbook RENAME TO log')
  file.close()
  expect((await server.http('GET', '/readyz')).json).toEqual({ status: 'ready' })
})

test('what is away is logged once, and once more when it is back, however often somebody asks', async () => {
  await using child = startServerProcess({ LOG_LEVEL: 'info' })
  const http = createHttpClient(await child.ready)
  const file = new DatabaseSync(join(child.dataDir, 'roost.db'), { timeout: 5_000 })
  const logged = () => child.output().match(/does not answer"|answers again"/g)
  file.exec('ALTER TABLE log RENAME TO logbook')
  for (let n = 0; n < 3; n++) expect((await http('GET', '/readyz')).status).toBe(503)
  file.exec('ALTER TABLE logbook RENAME TO log')
  for (let n = 0; n < 3; n++) expect((await http('GET', '/readyz')).status).toBe(200)
  file.close()
  await expect.poll(logged).toEqual(['does not answer"', 'answers again"'])
})
