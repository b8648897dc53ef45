import { randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../../lib/protocol/calls.ts'
import type { Live } from '../../tests/kit/clients/live.ts'
import { runSql } from '../../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../../tests/kit/postgres/test-database.ts'
import { startRedisCluster } from '../../tests/kit/redis/redis-cluster.ts'
import { startRedis } from '../../tests/kit/redis/redis-server.ts'
import { startServer } from '../../tests/kit/server/start-server.ts'
import type { Config } from '../config/config.ts'

const authSecret = 'the same on every node, 32 letters'

/** Two nodes on their own database and Redis, and an account with a device on each. */
async function setUp(changes: Partial<Config> = {}) {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  return { redis, ...(await nodesOn(redis.url, changes)) }
}

async function nodesOn(redisUrl: string, changes: Partial<Config> = {}) {
  const databaseUrl = await testDatabase()
  const start = async () => {
    const node = await startServer({
      databaseUrl,
      redisUrl,
      authSecret,
      dataDir: '/nowhere',
      drainMs: 0,
      ...changes,
    })
    onTestFinished(() => node[Symbol.asyncDispose]())
    return node
  }
  const [one, two] = [await start(), await start()]
  const account = await one.signUp()
  const [desk, phone] = [await one.device(account, 'Desk'), await two.device(account, 'Phone')]
  const [onOne, onTwo] = [await desk.connect(), await phone.connect()]
  await Promise.all([onOne, onTwo].map((it) => it.until(() => online(it).length === 2)))
  return { databaseUrl, one, two, account, desk, phone, onOne, onTwo }
}

const online = (live: Live) =>
  (live.devices().at(-1) ?? [])
    .filter((it) => it.online)
    .map((it) => it.name)
    .sort()
const pushed = (live: Live) => live.batches().flatMap((it) => it.messages.map(({ content }) => content))

test('what is sent on one node is pushed on the other, and receipts and presence show on both', async () => {
  const { desk, phone, onOne, onTwo, two, account } = await setUp()
  await desk.send([{ content: 'over there' }])
  await onTwo.until(() => pushed(onTwo).length === 1)
  await phone.ack({ version: 1 })
  await onOne.until(
    () =>
      onOne
        .devices()
        .at(-1)
        ?.find((it) => it.name === 'Phone')?.lastReceivedVersion === 1,
  )
  expect(pushed(onOne)).toEqual(['over there'])
  const listed = await two.http('GET', pathOf('listDevices'), { cookie: account.cookie })
  expect(listed.json.devices.map((it: { online: boolean }) => it.online)).toEqual([true, true])
  onTwo.close()
  await onOne.until(() => online(onOne).length === 1)
  expect(online(onOne)).toEqual(['Desk'])
})

test('a device that is revoked on the other node is told, and nothing comes after that', async () => {
  const { one, account, desk, phone, onTwo } = await setUp()
  const { status } = await one.http('DELETE', `${pathOf('listDevices')}/${phone.deviceId}`, { cookie: account.cookie })
  expect(status).toBe(204)
  await desk.send([{ content: 'not for the phone' }])
  await onTwo.closed
  expect(onTwo.events.at(-1)?.event).toBe('revoked')
  expect(pushed(onTwo)).toEqual([])
})

test('Redis is away: sends, pulls and pushes of the same node go on, and a device revoked elsewhere is pushed nothing', async () => {
  const { redis, one, two, account, desk, phone, onOne, onTwo } = await setUp()
  const tablet = await two.device(account, 'Tablet')
  const here = await tablet.connect()
  await redis.stop()
  await tablet.send([{ content: 'on two' }])
  await onTwo.until(() => pushed(onTwo).length === 1)
  expect((await desk.pull({ after: 0 })).messages).toHaveLength(1)
  expect(pushed(onOne)).toEqual([])

  await one.http('DELETE', `${pathOf('listDevices')}/${phone.deviceId}`, { cookie: account.cookie })
  await tablet.send([{ content: 'not for the phone' }])
  await here.until(() => pushed(here).length === 2)
  await onTwo.closed
  expect(onTwo.events.at(-1)?.event).toBe('revoked')
  expect(pushed(onTwo)).toEqual(['on two'])
  const { status, json } = await two.http('GET', '/readyz')
  expect([status, json]).toMatchObject([200, { missing: [{ part: 'bus' }] }])

  // Well before a heartbeat.
  await redis.start()
  await onOne.until(() => pushed(onOne).length === 2)
  await onOne.until(() => online(onOne).join() === 'Desk,Tablet')
})

test('a device that was removed while Redis was away is found when it is back, though nothing is sent', async () => {
  const { redis, one, account, phone, onTwo } = await setUp()
  await redis.stop()
  await one.http('DELETE', `${pathOf('listDevices')}/${phone.deviceId}`, { cookie: account.cookie })
  await redis.start()
  await onTwo.closed
  expect(onTwo.events.at(-1)?.event).toBe('revoked')
})

test('the database goes back in time under live connections and on again: nothing of the other history follows on', async () => {
  const { databaseUrl, desk, onTwo } = await setUp()
  await desk.send([{ content: 'one' }, { content: 'two' }, { content: 'three' }])
  await onTwo.until(() => pushed(onTwo).length === 3)
  await runSql(
    databaseUrl,
    `DELETE FROM visible WHERE version > 1; DELETE FROM message WHERE version > 1;
    UPDATE log SET head = 1, digest = (SELECT digest FROM message WHERE version = 1)`,
  )
  await desk.send(['2', '3', '4', '5'].map((content) => ({ content })))
  // It reconnects, and hello has a digest that it does not know.
  await onTwo.closed
  expect(pushed(onTwo)).toEqual(['one', 'two', 'three'])
})

test('a device that the database does not know any more is sent away when Redis is back', async () => {
  const { databaseUrl, redis, phone, onOne, onTwo } = await setUp()
  await redis.stop()
  await runSql(databaseUrl, 'DELETE FROM device WHERE device_id = $1', [phone.deviceId])
  await redis.start()
  await onTwo.closed
  expect(onTwo.events.at(-1)?.event).not.toBe('revoked')
  await expect(phone.connect()).rejects.toMatchObject({ wire: { code: 'unauthenticated' } })
  expect(onOne.socket.connected).toBe(true)
})

test('guesses are counted for all nodes together, and by each for itself while Redis is away', async () => {
  const { one, two, redis } = await setUp({ rateLimit: true })
  const guess = async (on: typeof one) => {
    const json = { code: 'WRNG-0000', name: 'Guess' }
    return (await on.http('POST', pathOf('claimPairing'), { json })).status
  }
  const guesses: number[] = []
  for (let i = 0; i < 12; i++) guesses.push(await guess(i % 2 ? one : two))
  expect(guesses).toEqual([...Array(10).fill(404), 429, 429])
  await redis.stop()
  const alone: number[] = []
  for (let i = 0; i < 11; i++) alone.push(await guess(one))
  expect(alone).toEqual([...Array(10).fill(404), 429])
})

test('a device is admitted over two nodes: asked on one, decided and collected on the other', async () => {
  const { one, two, desk, onOne } = await setUp()
  const ask = (on: typeof one, path: string, json: unknown, token?: string) =>
    on.http('POST', `/v1/pairings${path}`, { json, token })
  const { json: offer } = await ask(one, '', { confirm: true }, desk.token)
  const { json: claimed } = await ask(two, '/claim', { code: offer.code, name: 'Tablet' })
  const asked = () => onOne.events.filter((it) => it.event === 'pairing').map((it) => it.payload)
  await onOne.until(() => asked().length > 0)
  expect(asked()).toMatchObject([{ claimId: claimed.claimId, check: claimed.check }])
  const collected = ask(two, `/claims/${claimed.claimId}`, { secret: claimed.secret })
  expect((await ask(one, `/claims/${claimed.claimId}/decide`, { accept: true }, desk.token)).status).toBe(204)
  expect(await collected).toMatchObject({ status: 201, json: { userId: desk.userId } })
})

test('the slot of a user moves to another shard of a Redis Cluster: pushes, presence and limits go on', async () => {
  const cluster = await startRedisCluster()
  onTestFinished(() => cluster[Symbol.asyncDispose]())
  const { one, two, account, desk, phone, onOne, onTwo } = await nodesOn(cluster.url, { rateLimit: true })
  const guess = async (on: typeof one) => {
    const json = { code: 'WRNG-0000', name: 'Guess' }
    return (await on.http('POST', pathOf('claimPairing'), { json })).status
  }
  for (let i = 0; i < 8; i++) expect(await guess(i % 2 ? one : two)).toBe(404)
  // Written continuously: some of it while no node is subscribed.
  let sent = 0
  let isMoving = true
  const writing = (async () => {
    for (; isMoving; sent += 1) await desk.send([{ content: `${sent}` }])
  })()
  // Both the user's events and the counts of guesses.
  for (const _ of [1, 2]) {
    await cluster.moveSlotOf(`{${phone.userId}}`)
    for (const key of await cluster.keys('roost:limit:*')) await cluster.moveSlotOf(key)
  }
  isMoving = false
  await writing
  await desk.send([{ content: 'last' }])
  // Well before a heartbeat.
  await onTwo.until(() => pushed(onTwo).at(-1) === 'last')
  expect(pushed(onTwo)).toHaveLength(sent + 1)
  expect([await guess(one), await guess(two), await guess(one)]).toEqual([404, 404, 429])
  const tablet = await two.device(account, 'Tablet')
  const third = await tablet.connect()
  await onOne.until(() => online(onOne).join() === 'Desk,Phone,Tablet')
  third.close()
  onTwo.close()
  await onOne.until(() => online(onOne).join() === 'Desk')
})

test('a node that is to stop sends its devices away one by one, answers who still comes, and takes no live one', async () => {
  const { one, two, desk, onTwo, phone } = await setUp({ drainMs: 1_500 })
  const more = await Promise.all(Array.from({ length: 8 }, () => phone.connect()))
  const sent = onTwo.call('send', { messages: [{ messageId: randomUUID(), receiverDeviceId: 'all', content: 'last' }] })
  const stopped = two.stop()
  expect((await sent).ok).toBe(true)
  expect(await two.http('GET', '/readyz')).toMatchObject({ status: 503 })
  const late = await two.http('GET', `${pathOf('pull')}?after=0`, { token: phone.token })
  expect(late.status).toBe(200)
  expect(late.headers.get('connection')).toBe('close')
  await expect(phone.connect()).rejects.toThrow()
  const gone: number[] = []
  await Promise.all([onTwo, ...more].map(async (it) => gone.push(await it.closed.then(() => performance.now()))))
  expect(Math.max(...gone) - Math.min(...gone)).toBeGreaterThan(10)
  await stopped
  await expect(two.http('GET', '/healthz')).rejects.toThrow()
  expect((await desk.pull({ after: 0 })).messages.map((it) => it.content)).toEqual(['last'])
  expect((await one.http('GET', '/readyz')).status).toBe(200)
})
