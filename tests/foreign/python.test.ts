import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../server/core/ports/store-contract/kit.ts'
import { backUp } from '../../server/operations/backup/backup.ts'
import { restore } from '../../server/operations/backup/restore.ts'
import type { TestDevice } from '../kit/clients/test-device.ts'
import { createProxy } from '../kit/network/proxy.ts'
import { createRandom } from '../kit/random.ts'
import { startServer, type TestServer } from '../kit/server/start-server.ts'
import { pairPython } from './pair-python.ts'
import { hasPython, type PythonDevice } from './python-device.ts'

const DAY = 24 * 60 * 60_000
// It starts dozens of interpreters, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const withPython = test.skipIf(!hasPython)
if (!hasPython) test.skip('the example in Python: there is no python3 here', () => {})

/** A server behind a network that may be cut, and may come back as another server. */
async function setUp(dataDir?: string) {
  const server = await startServer(dataDir === undefined ? {} : { dataDir })
  const proxy = await createProxy()
  proxy.aimAt(server.url)
  onTestFinished(async () => {
    await proxy.close()
    await server[Symbol.asyncDispose]()
  })
  const account = await server.signUp()
  const desk = await server.device(account, 'Desk')
  return { server, proxy, account, desk, python: await pairPython(server.url, desk.token, proxy.url) }
}

const sendMany = async (device: TestDevice, count: number) => {
  for (let n = 0; n < count; n += 500)
    await device.send(Array.from({ length: Math.min(500, count - n) }, (_, k) => ({ content: `${n + k}` })))
}

/** Says whether more than so many bytes have passed. */
function countTo(bytes: number) {
  let left = bytes
  return (chunk: Buffer) => {
    left -= chunk.length
    return left < 0
  }
}

/** It holds what the server says is for it: all of it, in order, nothing twice, nothing else. */
async function expectInStep(python: PythonDevice, server: TestServer) {
  const self = python.onServer(server.url)
  const history = await self.history()
  expect(python.holds().messages).toEqual(history)
  const known = (await self.devices()).find((it) => it.deviceId === self.deviceId)
  expect(known?.lastReceivedVersion).toBe(python.holds().cursor)
}

withPython('it sends and receives, also direct messages, and never sees those of others', async () => {
  const { server, account, desk, python } = await setUp()
  const phone = await server.device(account, 'Phone')
  const self = python.onServer(server.url).deviceId
  await desk.send([
    { content: 'for all' },
    { content: 'for the Python', receiverDeviceId: self },
    { content: 'for the phone', receiverDeviceId: phone.deviceId },
  ])
  await python.run('send', 'from the Python\n"quoted", ü, 🐦', '--to', desk.deviceId)
  await python.run('pull')
  const texts = ['for all', 'for the Python', 'from the Python\n"quoted", ü, 🐦']
  expect(python.holds().messages.map((it) => it.content)).toEqual(texts)
  expect(python.holds().outbox).toEqual([])
  expect((await desk.history()).map((it) => it.content)).toContain(texts[2])
  expect((await phone.history()).map((it) => it.content)).toEqual(['for all', 'for the phone'])
  await expectInStep(python, server)
  expect(await python.run('list')).toContain('for the Python')
})

withPython('it follows live, and what it composes offline waits and goes out in order', async () => {
  const { server, proxy, desk, python } = await setUp()
  const loop = python.start('loop')
  await loop.says(/"level"/)
  await desk.send([{ content: 'live' }])
  await loop.says(/"message".*"live"/)
  loop.process.stdin?.write('offline\n')
  await loop.says(/"event": "offline"/)
  await desk.send([{ content: 'missed' }])
  loop.process.stdin?.write('send one\nsend two\ndump\n')
  const dump = JSON.parse(await loop.says(/(\{"event": "dump".*\})\n/))
  expect(dump.outbox).toMatchObject([{ content: 'one' }, { content: 'two' }])
  expect(dump.messages).toMatchObject([{ content: 'live' }])
  loop.process.stdin?.write('online\n')
  await loop.says(/"message".*"two"/)
  // A connection that is lost comes back by itself.
  proxy.cut()
  await desk.send([{ content: 'after the cut' }])
  await loop.says(/"message".*"after the cut"/)
  await expect.poll(async () => python.holds().messages.map((it) => it.content)).toHaveLength(5)
  expect(python.holds().messages.map((it) => it.content)).toEqual(['live', 'missed', 'one', 'two', 'after the cut'])
  expect(python.holds().outbox).toEqual([])
  await vi.waitFor(() => expectInStep(python, server), { timeout: 20_000 })
})

withPython('killed at any moment of a catch-up of 2,000 messages, it ends with each of them once', async () => {
  const { server, proxy, desk, python } = await setUp()
  await sendMany(desk, 2_000)
  const random = createRandom('catch-up')
  for (let round = 0; round < 6; round++) {
    const pull = python.start('pull')
    const passed = countTo(random.int(200, 600_000))
    const delay = random.int(0, 60)
    proxy.inspect((chunk, direction) => {
      // It may be reading, or storing, or about to acknowledge.
      if (direction === 'down' && passed(chunk)) setTimeout(() => pull.process.kill('SIGKILL'), delay)
      return 'pass'
    })
    await pull.ended
    const { messages, cursor } = python.holds()
    // Messages and cursor are one: after each kill it holds what there is up to its cursor.
    expect(messages.map((it) => it.version)).toEqual(Array.from({ length: cursor || 0 }, (_, n) => n + 1))
  }
  proxy.clear()
  await python.run('pull')
  expect(python.holds().messages).toHaveLength(2_000)
  await expectInStep(python, server)
})

withPython('killed at any moment while it sends, it has sent each message once, in order', async () => {
  const { server, proxy, python } = await setUp()
  const random = createRandom('send')
  const composed: string[] = []
  for (let round = 0; round < 5; round++) {
    const loop = python.start('loop')
    await loop.says(/"level"/)
    const passed = countTo(random.int(200, 8_000))
    proxy.inspect((chunk, direction) => {
      if (direction === 'down' || !passed(chunk)) return 'pass'
      loop.process.kill('SIGKILL')
      // Every second time the server never hears of it.
      return round % 2 === 0 ? 'cut' : 'pass'
    })
    const texts = Array.from({ length: 60 }, (_, n) => `${round}/${n}`)
    loop.process.stdin?.write(texts.map((it) => `send ${it}\n`).join(''))
    await loop.ended
    proxy.clear()
    const kept = loop.output().match(/"kept"/g)?.length ?? 0
    composed.push(...texts.slice(0, kept))
    // It may have kept one more, and died before it could say so.
    const { outbox, messages } = python.holds()
    if ([...outbox, ...messages].some((it) => it.content === texts[kept])) composed.push(texts[kept] ?? '')
  }
  await python.run('pull')
  await python.run('pull')
  const history = await python.onServer(server.url).history()
  expect(history.map((it) => it.content)).toEqual(composed)
  expect(python.holds().outbox).toEqual([])
  await expectInStep(python, server)
})

withPython('the server stops in the middle of a catch-up and comes back: the device goes on by itself', async () => {
  const dataDir = await temporaryFolder()
  const { server, proxy, desk, python } = await setUp(dataDir)
  await sendMany(desk, 1_500)
  const stopped = Promise.withResolvers<void>()
  const passed = countTo(200_000)
  proxy.inspect((chunk, direction) => {
    if (direction === 'up' || !passed(chunk)) return 'pass'
    stopped.resolve()
    return 'cut'
  })
  const loop = python.start('loop')
  await stopped.promise
  loop.process.stdin?.write('send meanwhile\n')
  await loop.says(/"kept"/)
  await server.stop()
  const again = await startServer({ dataDir })
  onTestFinished(() => again[Symbol.asyncDispose]())
  proxy.clear()
  proxy.aimAt(again.url)
  await loop.says(/"message".*"meanwhile"/)
  await loop.end('SIGKILL')
  await python.run('pull')
  expect(python.holds().messages).toHaveLength(1_501)
  await expectInStep(python, again)
})

withPython('a restored server: it takes over that history, and gives back what only it holds', async () => {
  const dataDir = await temporaryFolder()
  const { server, proxy, desk, python } = await setUp(dataDir)
  await python.run('send', 'in the backup')
  const { file } = backUp(dataDir, join(await temporaryFolder(), 'roost.db'))
  await python.run('send', 'lost one')
  await desk.send([{ content: 'lost, from the desk' }])
  await python.run('send', 'lost two')
  await python.run('pull')
  await server.stop()
  restore(dataDir, file, new Date())
  const again = await startServer({ dataDir })
  onTestFinished(() => again[Symbol.asyncDispose]())
  proxy.aimAt(again.url)
  // The head overtakes the cursor, so that only the digest tells.
  await again.http('POST', '/v1/messages', { token: desk.token, json: { messages: newHistory } })
  const lost = python.holds().messages.filter((it) => it.content !== 'in the backup')
  await python.run('send', 'after it')
  await python.run('pull')
  const contents = python.holds().messages.map((it) => it.content)
  expect(contents).toEqual(['in the backup', 'new', 'new', 'new', 'new', 'lost one', 'lost two', 'after it'])
  // The desk is asked first for its own message. Until then the device shows it marked.
  expect(python.holds().orphans).toMatchObject([{ content: 'lost, from the desk' }])
  const backAgain = python.holds().messages.slice(5, 7)
  expect(backAgain.map((it) => it.messageId)).toEqual([lost[0]?.messageId, lost[2]?.messageId])
  expect(await python.run('list')).toMatch(/orphans, waits\tlost, from the desk/)
  await expectInStep(python, again)
})

const newHistory = Array.from({ length: 4 }, (_, n) => ({
  messageId: `0190a0e0-0000-7000-8000-00000000000${n}`,
  ...{ receiverDeviceId: 'all', content: 'new' },
}))

withPython('retention has passed it: it goes on from the floor, knows that something is gone, and sends', async () => {
  const dataDir = await temporaryFolder()
  const { server, proxy, desk, python } = await setUp(dataDir)
  await desk.send([{ content: 'seen' }])
  await python.run('pull')
  await desk.send([{ content: 'removed before it came' }])
  await server.stop()
  const db = new DatabaseSync(join(dataDir, 'roost.db'))
  db.exec(`UPDATE message SET timestamp = timestamp - ${2 * DAY}`)
  db.close()
  const again = await startServer({ dataDir, retentionDays: 1 })
  onTestFinished(() => again[Symbol.asyncDispose]())
  proxy.aimAt(again.url)
  const floor = async () => (await again.http('GET', '/v1/inbox', { token: desk.token })).json.floor
  await expect.poll(floor).toBe(2)
  expect(await python.run('send', 'after it')).toContain("gone {'below': 2}")
  await python.run('pull')
  expect(python.holds()).toMatchObject({ cursor: 3, messages: [{ content: 'seen' }, { content: 'after it' }] })
})

withPython('removed, it wipes what it holds and stops, live and also later', async () => {
  const { server, account, desk, python } = await setUp()
  await desk.send([{ content: 'secret' }])
  const other = await pairPython(server.url, desk.token)
  await other.run('pull')
  const loop = python.start('loop')
  await loop.says(/"level"/)
  for (const it of [python, other])
    await server.http('DELETE', `/v1/devices/${it.onServer(server.url).deviceId}`, account)
  expect(await loop.ended).toBe(1)
  expect(loop.output()).toContain('removed from the account')
  const late = other.start('send', 'too late')
  expect(await late.ended).toBe(1)
  for (const it of [python, other]) expect(it.holds()).toMatchObject({ messages: [], outbox: [], orphans: [] })
})
