import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { signUp } from '../tests/kit/clients/account.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { createTestDevice } from '../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../tests/kit/server/server-process.ts'
import { startServer } from '../tests/kit/server/start-server.ts'

const item = (content: string) => ({ messageId: randomUUID(), receiverDeviceId: 'all', content })

test('SIGTERM under load: every acknowledged send is there afterwards, and devices may come back by themselves', async () => {
  await using child = startServerProcess({ LOG_LEVEL: 'silent' })
  const url = await child.ready
  const account = await signUp(createHttpClient(url))
  const device = await createTestDevice(url, account, 'laptop')
  const live = await device.connect()
  const acknowledged: string[] = []

  /** Sends until the server refuses or is gone. */
  async function keepSending(send: (it: ReturnType<typeof item>) => Promise<boolean>) {
    for (let ok = true; ok; ) {
      const it = item('x')
      ok = await send(it).catch(() => false)
      if (ok) acknowledged.push(it.messageId)
    }
  }
  const overHttp = async (it: ReturnType<typeof item>) => (await device.send([it]))[0]?.ok === true
  const overSocket = async (it: ReturnType<typeof item>) => {
    const answer = await Promise.race([live.call('send', { messages: [it] }), live.closed.then(() => ({ ok: false }))])
    return answer.ok === true
  }
  const senders = [overHttp, overHttp, overHttp, overSocket, overSocket, overSocket].map(keepSending)
  await live.until(() => (live.batches().at(-1)?.upTo ?? 0) > 100)
  child.process.kill('SIGTERM')
  expect(await child.ended).toBe(0)
  await Promise.all(senders)
  // Not "io server disconnect", after which a Socket.IO client would not reconnect by itself.
  expect(await live.closed).toMatch(/^transport/)

  await using again = await startServer({ dataDir: child.dataDir })
  const stored = new Set<string>()
  for (let after = 0, head = 1; after < head; ) {
    const { json } = await again.http('GET', `/v1/messages?after=${after}&limit=2000`, { token: device.token })
    for (const message of json.messages) stored.add(message.messageId)
    after = json.upTo
    head = json.head
  }
  expect(acknowledged.length).toBeGreaterThan(100)
  expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
})

test('a request that is under way is answered, a new one is told to come back, and no connection is kept', async () => {
  await using server = await startServer()
  const device = await server.device(await server.signUp())
  const live = await device.connect()
  const body = JSON.stringify({ messages: [item('slowly')] })
  const answered = Promise.withResolvers<{ status: number | undefined; connection: string | undefined }>()
  const slow = request(`${server.url}/v1/messages`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${device.token}`,
      'Content-Type': 'application/json',
      'Content-Length': body.length,
      Expect: '100-continue',
    },
  })
  slow.on('response', ({ statusCode, headers }) =>
    answered.resolve({ status: statusCode, connection: headers.connection }),
  )
  slow.on('error', answered.reject)
  // The server has its head before the stop begins; the body comes after.
  await new Promise((resolve) => slow.on('continue', resolve).flushHeaders())
  // A round trip on the same server shows that the call has begun.
  await device.pull()
  const stopped = server.stop()

  const refused = await live.call('send', { messages: [item('too late')] })
  expect(refused).toMatchObject({ ok: false, error: { code: 'unavailable', retryAfterMs: expect.any(Number) } })
  const closing = new Promise<CloseEvent>((resolve) => {
    live.socket.once('disconnect', (_reason, details) => resolve((details as { context: CloseEvent }).context))
  })
  slow.end(body)
  expect(await answered.promise).toMatchObject({ status: 200 })
  await stopped
  expect(await live.closed).toMatch(/^transport/)
  // 1006 would be a connection that broke instead of being closed.
  expect((await closing).code).toBe(1005)
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()

  await using again = await startServer({ dataDir: server.dataDir })
  const { json } = await again.http('GET', '/v1/messages', { token: device.token })
  expect(json.messages.map((it: { content: string }) => it.content)).toEqual(['slowly'])
})

test('a reader that reads nothing does not hold it up', async () => {
  await using server = await startServer()
  const account = await server.signUp()
  const [writer, reader] = [await server.device(account), await server.device(account)]
  const live = await reader.connect()
  const transport = live.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void } } }
  transport.ws._socket.pause()
  for (let i = 0; i < 4; i++) await writer.send(Array.from({ length: 100 }, () => ({ content: 'x'.repeat(60_000) })))
  await server.stop()
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow()
})
