import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { pathOf } from '../../../lib/protocol/calls.ts'
import { routes } from '../../../lib/protocol/routes.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

async function measured(server: TestServer, headers: Record<string, string> = {}) {
  const answer = await server.http('GET', routes.metrics, { headers })
  const lines = answer.text.split('\n')
  /** The sum of all lines with this prefix. */
  const sum = (begin: string) =>
    lines.filter((it) => it.startsWith(begin)).reduce((total, it) => total + Number(it.split(' ').at(-1)), 0)
  return { ...answer, sum }
}

test('what devices did is counted, by what became of it', async () => {
  await using server = await startServer({ metrics: true })
  const account = await server.signUp()
  const [desk, phone] = [await server.device(account), await server.device(account)]
  const live = await phone.connect()
  const messageId = randomUUID()
  await desk.send([
    { content: 'one', messageId },
    { content: 'two' },
    { content: 'three', receiverDeviceId: randomUUID() },
  ])
  await desk.send([{ content: 'one', messageId }])
  await live.until(() => (live.batches().at(-1)?.upTo ?? 0) === 2)
  await live.call('ack', { version: 2 })
  await desk.pull({ after: 0 })
  await live.call('pull', { after: 9 })
  await server.http('GET', pathOf('pull'), { token: `${desk.token}x` })

  const { sum, headers } = await measured(server)
  expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(sum('roost_call_seconds_count{call="send"}')).toBe(2)
  expect(sum('roost_messages_sent_total{outcome="stored"}')).toBe(2)
  expect(sum('roost_messages_sent_total{outcome="duplicate"}')).toBe(1)
  expect(sum('roost_messages_sent_total{outcome="refused"}')).toBe(1)
  expect(sum('roost_refusals_total{code="unknown_receiver"}')).toBe(1)
  expect(sum('roost_refusals_total{code="history_forked"}')).toBe(1)
  expect(sum('roost_refusals_total{code="unauthenticated"}')).toBe(1)
  expect(sum('roost_call_seconds_count{call="pull"}')).toBe(2)
  expect(sum('roost_messages_pulled_total')).toBe(2)
  expect(sum('roost_device_behind_versions_bucket{le="1",at="pull"}')).toBe(0)
  expect(sum('roost_device_behind_versions_bucket{le="10",at="pull"}')).toBe(1)
  expect(sum('roost_device_behind_versions_count{at="hello"}')).toBe(1)
  expect(sum('roost_call_seconds_count{call="acknowledge"}')).toBe(1)
  expect(sum('roost_device_lag_seconds_count')).toBe(1)
  expect(sum('roost_messages_pushed_total')).toBe(2)
  expect(sum('roost_pushes_total')).toBeGreaterThan(0)
  expect(sum('roost_sockets ')).toBe(1)
  expect(sum('roost_bus_listeners ')).toBe(1)
  expect(sum('roost_bus_published_total{type="appended"}')).toBe(1)
  expect(sum('roost_bus_heard_total{type="appended"}')).toBe(1)
  expect(sum('roost_store_seconds_count{call="append"}')).toBe(2)
  const commits = sum('roost_commit_seconds_count')
  expect(commits).toBeGreaterThan(3)
  expect(sum('roost_commit_calls_sum')).toBeGreaterThanOrEqual(commits)
  expect(sum('roost_commit_rows_sum')).toBeGreaterThan(sum('roost_commit_calls_sum'))
  expect(sum('process_resident_memory_bytes')).toBeGreaterThan(1e6)
  expect(sum('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0)

  live.close()
  await live.closed
  await expect.poll(async () => (await measured(server)).sum('roost_bus_listeners ')).toBe(0)
})

test('nothing in it names a user, a device, or what somebody wrote', async () => {
  await using server = await startServer({ metrics: true })
  const account = await server.signUp('robin-the-user@example.test')
  const device = await server.device(account, 'a-device-name')
  const live = await device.connect()
  await device.send([{ content: 'what-somebody-wrote', contentType: 'text/x-secret' }])
  await live.until(() => live.batches().length > 0)
  await live.call('not-an-event', {})
  await server.http('GET', '/v1/not-a-path', { token: device.token })
  const { text } = await measured(server)
  expect(text).not.toMatch(/robin|a-device-name|what-somebody|x-secret|not-an-event|not-a-path/)
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(text).not.toContain(device.userId)
})

test('off, there is no such call', async () => {
  await using server = await startServer()
  expect((await measured(server)).status).toBe(404)
})

test('without a token it is for this machine alone, and not for whoever a proxy on it speaks for', async () => {
  await using server = await startServer({ metrics: true })
  expect((await measured(server)).status).toBe(200)
  for (const name of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'Via']) {
    expect((await measured(server, { [name]: '127.0.0.1' })).status, name).toBe(403)
  }
})

test('with a token it is for whoever has it, from wherever', async () => {
  const metricsToken = 'a token for the metrics'.replaceAll(' ', '-')
  await using server = await startServer({ metrics: true, metricsToken })
  const from = { 'X-Forwarded-For': '192.0.2.1' }
  expect((await measured(server, { ...from, Authorization: `Bearer ${metricsToken}` })).status).toBe(200)
  expect((await measured(server, { ...from, Authorization: `Bearer ${metricsToken}x` })).status).toBe(401)
  expect((await measured(server)).status).toBe(401)
})
