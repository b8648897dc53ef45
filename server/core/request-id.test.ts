import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { signUp } from '../../tests/kit/clients/account.ts'
import { createHttpClient } from '../../tests/kit/clients/http-client.ts'
import { connectLive } from '../../tests/kit/clients/live.ts'
import { createTestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../../tests/kit/server/server-process.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'

test.each([
  ['a UUID', randomUUID(), true],
  ['hexadecimal digits', '8f14e45fceea167a5a36dedd4bea2543', true],
  ['words', 'what-somebody-wrote', false],
  ['a few digits', 'abc', false],
  ['endless digits', 'a'.repeat(65), false],
])('behind a proxy, %s as X-Request-Id', async (_name, id, isTaken) => {
  await using server = await startServer({ trustProxy: 1 })
  const { headers } = await server.http('GET', '/healthz', { headers: { 'X-Request-Id': id } })
  expect(headers.get('x-request-id') === id).toBe(isTaken)
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{16,}$/)
})

test('without a proxy the id is always our own', async () => {
  await using server = await startServer()
  const id = randomUUID()
  expect(
    (await server.http('GET', '/healthz', { headers: { 'X-Request-Id': id } })).headers.get('x-request-id'),
  ).not.toBe(id)
})

test('the log names the request that failed, on both channels', async () => {
  await using child = startServerProcess({ TRUST_PROXY: '1', LOG_LEVEL: 'info' })
  const url = await child.ready
  const http = createHttpClient(url)
  const { token } = await createTestDevice(url, await signUp(http), 'Desk')
  const [byHttp, bySocket] = [randomUUID(), randomUUID()]
  const live = await connectLive(url, token, { 'X-Request-Id': bySocket })
  const file = new DatabaseSync(join(child.dataDir, 'roost.db'), { timeout: 5_000 })
  file.exec('ALTER TABLE visible RENAME TO invisible')
  file.close()
  await http('GET', '/v1/messages?after=0', { token, headers: { 'X-Request-Id': byHttp } })
  await live.call('pull', { after: 0 })
  child.process.kill('SIGTERM')
  await child.ended
  const lines = child
    .output()
    .split('\n')
    .filter((it) => it.startsWith('{'))
  const failed = lines.map((it) => JSON.parse(it)).filter((it) => it.msg === 'a call failed')
  expect(failed.map((it) => it.requestId)).toEqual([byHttp, bySocket])
})
