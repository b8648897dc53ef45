import { randomUUID } from 'node:crypto'
import type { Socket as TcpSocket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Message } from '../../lib/protocol/message.ts'
import type { Live } from '../../tests/kit/clients/live.ts'
import type { TestDevice } from '../../tests/kit/clients/test-device.ts'
import { startServer, type TestServer } from '../../tests/kit/server/start-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server[Symbol.asyncDispose]())

const lastPushed = (live: Live) => live.batches().at(-1)?.upTo ?? live.hello.head

/** Contiguous from hello on, in order, and nothing twice. */
function expectContiguous(live: Live): Message[] {
  expect(live.events[0]?.event).toBe('hello')
  let at = live.hello.head
  for (const batch of live.batches()) {
    expect(batch.from).toBe(at)
    expect(batch.upTo).toBeGreaterThan(at)
    expect(batch.head).toBeGreaterThanOrEqual(batch.upTo)
    at = batch.upTo
  }
  return live.batches().flatMap((it) => it.messages)
}

async function everything(device: TestDevice): Promise<Message[]> {
  const messages: Message[] = []
  for (let after = 0, head = 1; after < head; ) {
    const batch = await device.pull({ after, limit: 2000 })
    messages.push(...batch.messages)
    after = batch.upTo
    head = batch.head
  }
  return messages
}

/** Its bytes stay in the kernel until it reads on. */
function stopReading({ socket }: Live): () => void {
  const transport = socket.io.engine.transport as unknown as { ws: { _socket: TcpSocket } }
  transport.ws._socket.pause()
  return () => transport.ws._socket.resume()
}

test('under load from every side each live device gets exactly what is for it, also one that comes in the middle', async () => {
  const account = await server.signUp()
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => server.device(account, name)))
  if (!a || !b || !c) throw new Error('no devices')
  const first = await Promise.all([a.connect(), b.connect(), c.connect(), c.connect()])
  const receivers = ['all', a.deviceId, b.deviceId, c.deviceId]

  async function chatter(device: TestDevice, live: Live, rounds: number) {
    for (let round = 0; round < rounds; round++) {
      const messages = receivers.map((receiverDeviceId, i) => ({
        messageId: randomUUID(),
        receiverDeviceId,
        content: `${round}.${i}`,
      }))
      if (round % 2 === 0) await device.send(messages)
      else expect((await live.call('send', { messages })).ok).toBe(true)
    }
  }

  const chatting = Promise.all([a, b, c].map((device, i) => chatter(device, first[i] as Live, 40)))
  const second = await Promise.all([a.connect(), b.connect()])
  await chatting
  const { head } = await a.pull({ after: 0 })
  expect(head).toBe(3 * 40 * 4)

  const lives = [...first, ...second]
  const devices = [a, b, c, c, a, b]
  await Promise.all(lives.map((live) => live.until(() => lastPushed(live) === head)))
  for (const [i, live] of lives.entries()) {
    const pushed = expectContiguous(live)
    const all = await everything(devices[i] as TestDevice)
    expect(pushed).toEqual(all.filter((it) => it.version > live.hello.head))
  }
})

test('nothing of another user is pushed or counted', async () => {
  const [one, other] = [await server.device(await server.signUp()), await server.device(await server.signUp())]
  const [live, foreign] = [await one.connect(), await other.connect()]
  await one.send([{ content: 'mine' }])
  await live.until(() => live.batches().length > 0)
  await other.send([{ content: 'theirs' }])
  await foreign.until(() => foreign.batches().length > 0)
  expect(expectContiguous(live).map((it) => it.content)).toEqual(['mine'])
  expect(expectContiguous(foreign).map((it) => it.content)).toEqual(['theirs'])
  expect(foreign.batches()[0]).toMatchObject({ from: 0, upTo: 1, head: 1 })
})

test('what is for others moves a device on without telling it what it was', async () => {
  const account = await server.signUp()
  const [a, b, c] = [await server.device(account), await server.device(account), await server.device(account)]
  const live = await c.connect()
  await a.send([{ content: 'a secret', receiverDeviceId: b.deviceId }])
  await live.until(() => lastPushed(live) === 1)
  expect(live.batches()).toMatchObject([{ from: 0, upTo: 1, messages: [], head: 1 }])
  expect(JSON.stringify(live.events)).not.toContain('a secret')
})

test('a slow reader is waited for: nothing piles up for it, and it gets all of it later, in order', async () => {
  const account = await server.signUp()
  const [writer, reader] = [await server.device(account), await server.device(account)]
  const live = await reader.connect()
  const readOn = stopReading(live)
  const content = 'x'.repeat(60_000)
  const ids: string[] = []
  for (let i = 0; i < 10; i++) {
    const messages = Array.from({ length: 50 }, () => ({ messageId: randomUUID(), content }))
    ids.push(...messages.map((it) => it.messageId))
    await writer.send(messages)
  }
  // 30 MB were sent. Had the server buffered them for the reader, this delete would come too late for the copy of its
  // target.
  await writer.send([{ kind: 'delete', targetId: ids.at(-1) as string, content: '' }])
  readOn()
  await live.until(() => lastPushed(live) === 501)
  const pushed = expectContiguous(live)
  expect(pushed.map((it) => it.messageId).slice(0, 500)).toEqual(ids)
  expect(pushed[0]?.content).toBe(content)
  expect(pushed[499]?.content).toBe('')
})

test('asking for much and reading none of it is answered only as it is read', async () => {
  const account = await server.signUp()
  const [writer, reader] = [await server.device(account), await server.device(account)]
  const content = 'x'.repeat(60_000)
  const messageIds = Array.from({ length: 60 }, () => randomUUID())
  await writer.send(messageIds.map((messageId) => ({ messageId, content })))
  const live = await reader.connect()
  const readOn = stopReading(live)
  const pulls = Array.from({ length: 20 }, () => live.call('pull', { after: 0 }))
  // The server has seen the pulls before this, because it comes over the same connection.
  live.socket.emit('send', { messages: [{ messageId: randomUUID(), receiverDeviceId: 'all', content: 'after' }] })
  while ((await writer.pull({ after: 60 })).head < 61) await new Promise((resolve) => setImmediate(resolve))
  await writer.send([{ kind: 'delete', targetId: messageIds[0] as string, content: '' }])
  readOn()
  const answers = await Promise.all(pulls)
  expect(answers.every((it) => it.ok)).toBe(true)
  expect(answers.at(0).batch.messages[0].content).toBe(content)
  expect(answers.at(-1).batch.messages[0].content).toBe('')
})

test('a revoked device is told, sent away, and gets nothing more from the moment the revocation is answered', async () => {
  const account = await server.signUp()
  const [writer, lost] = [await server.device(account), await server.device(account)]
  const lives = [await lost.connect(), await lost.connect()]
  const writes = Array.from({ length: 50 }, (_, i) => writer.send([{ content: `before ${i}` }]))
  await Promise.all(writes.slice(0, 10))
  const calls = Promise.all(Array.from({ length: 20 }, () => lives[0]?.call('pull', { after: 0 })).map(orGone))
  const revoked = await server.http('DELETE', `/v1/devices/${lost.deviceId}`, { cookie: account.cookie })
  expect(revoked.status).toBe(204)
  await Promise.all(writes)
  await writer.send([{ content: 'after' }])
  for (const live of lives) {
    expect(await live.closed).toBe('io server disconnect')
    expect(live.events.at(-1)).toMatchObject({ event: 'revoked', payload: {} })
    expectContiguous(live)
    expect(JSON.stringify(live.events)).not.toContain('after')
  }
  await calls
})

/** An answer, or nothing when the connection ends first. */
function orGone(answer: Promise<unknown> | undefined) {
  return Promise.race([answer, new Promise((resolve) => setImmediate(resolve))])
}
