import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { type Cut, cutCommits } from '../../../tests/kit/postgres/cut-commit.ts'
import { runSql } from '../../../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { propose } from '../../core/messages/proposal.ts'
import { newDevice, newPairing, post, setUp } from '../../core/ports/store-contract/kit.ts'
import { openPostgresStore } from '../open-postgres-store.ts'

const cuts: Cut[] = ['before', 'after']

async function setUpProxy() {
  const database = await testDatabase()
  const proxy = await cutCommits(database)
  const kit = await setUp(() => openPostgresStore(proxy.url))
  return { database, proxy, kit, ann: await kit.device() }
}

test.each(cuts)('a send whose connection is cut %s the commit is stored once, and told', async (cut) => {
  const { proxy, kit, ann } = await setUpProxy()
  proxy.arm(cut)
  const [one, two] = [post('one'), post('two')]
  const sends = [one, two].map((it) => kit.store.append(ann, [propose(ann.deviceId, it)], 7))
  const appended = await Promise.all(sends)
  expect(proxy.hasCut()).toBe(true)
  expect(appended.flatMap((it) => it.results)).toMatchObject([
    { ok: true, version: 1, timestamp: 7, duplicate: cut === 'after' },
    { ok: true, version: 2, timestamp: 7, duplicate: cut === 'after' },
  ])
  // Listeners hear of both, with their messages or without.
  expect(Math.min(...appended.map((it) => it.from))).toBe(0)
  expect(appended.map((it) => it.upTo).at(-1)).toBe(2)
  expect((await kit.pullAll(ann)).map((it) => it.content)).toEqual(['one', 'two'])
})

test.each(cuts)(
  'a send behind another, in one statement, whose connection is cut %s it is stored once, and told',
  async (cut) => {
    const { proxy, kit, ann } = await setUpProxy()
    await kit.send(ann, [post('one')])
    proxy.arm(cut, 'append')
    const appended = await kit.store.append(ann, [propose(ann.deviceId, post('two'))], 7)
    expect(proxy.hasCut()).toBe(true)
    expect(appended).toMatchObject({
      from: 1,
      upTo: 2,
      results: [{ ok: true, version: 2, duplicate: cut === 'after' }],
    })
    expect(await kit.send(ann, [post('three')])).toMatchObject([{ version: 3, duplicate: false }])
    expect((await kit.pullAll(ann)).map((it) => it.content)).toEqual(['one', 'two', 'three'])
  },
)

test.each(cuts)('devices, codes and acks survive a cut %s the commit', async (cut) => {
  const { proxy, kit, ann } = await setUpProxy()
  const other = randomUUID()
  proxy.arm(cut)
  await kit.store.createDevice('ann', newDevice(other), randomBytes(16))
  expect(proxy.hasCut()).toBe(true)

  const codeHash = randomBytes(32)
  proxy.arm(cut)
  await kit.store.addPairing(ann, newPairing(codeHash), 0)
  const claimed = newDevice(randomUUID())
  proxy.arm(cut)
  expect(await kit.store.claimPairing(codeHash, claimed)).toBe(true)
  expect(await kit.store.claimPairing(codeHash, newDevice(randomUUID()))).toBe(false)

  proxy.arm(cut)
  await kit.store.revokeDevice('ann', other, 5, { deviceId: other })
  expect(proxy.hasCut()).toBe(true)
  const devices = await kit.store.listDevices('ann')
  expect(devices.map((it) => it.deviceId).sort()).toEqual([ann.deviceId, claimed.deviceId].sort())

  await kit.send(ann, [post(), post()], 1)
  proxy.arm(cut)
  expect(await kit.store.expire({ before: 2 })).toMatchObject({ removed: cut === 'after' ? 0 : 2 })
  expect(await kit.store.summary(ann)).toMatchObject({ floor: 2, head: 2 })
})

test.each(cuts)('a claim survives a cut %s the commit: it is added, decided and collected once', async (cut) => {
  const { proxy, kit, ann } = await setUpProxy()
  const codeHash = randomBytes(32)
  await kit.store.addPairing(ann, newPairing(codeHash, 100, true), 0)
  const label = { check: '07', name: 'Phone', platform: '', access: 'full' } as const
  const claim = { ...label, claimId: randomUUID(), secretHash: randomBytes(32), now: 1, expiresAt: 100 }
  proxy.arm(cut)
  expect(await kit.store.addClaim(codeHash, claim)).toBe(true)
  expect(proxy.hasCut()).toBe(true)
  proxy.arm(cut)
  await kit.store.decideClaim(ann, claim.claimId, true, 2)
  expect(proxy.hasCut()).toBe(true)
  proxy.arm(cut)
  expect(await kit.store.collectClaim(claim.claimId, newDevice(randomUUID()))).toBe(true)
  expect(proxy.hasCut()).toBe(true)
  expect(await kit.store.collectClaim(claim.claimId, newDevice(randomUUID()))).toBe(false)
  expect(await kit.store.listDevices('ann')).toHaveLength(2)
})

const endAll = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`

test('however often connections are ended, each send is stored once, in order', async () => {
  const { database, kit, ann } = await setUpProxy()
  const items = Array.from({ length: 40 }, (_, n) => post(`${n}`))
  const versions: unknown[] = []
  for (const item of items) {
    const [results] = await Promise.all([kit.send(ann, [item]), runSql(database, endAll)])
    versions.push(...results.map((it) => it.ok && it.version))
  }
  expect(versions).toEqual(items.map((_, n) => n + 1))
  expect((await kit.pullAll(ann)).map((it) => it.messageId)).toEqual(items.map((it) => it.messageId))
})

test('a node that froze in the middle of a send keeps its user from the others for seconds, then stores nothing', async () => {
  const { database, kit, ann } = await setUpProxy()
  const frozen = new pg.Client({ connectionString: database, idle_in_transaction_session_timeout: 500 })
  frozen.on('error', () => {})
  onTestFinished(() => frozen.end())
  await frozen.connect()
  await frozen.query('BEGIN')
  await frozen.query("SELECT head FROM log WHERE user_id = 'ann' FOR UPDATE")
  expect(await kit.send(ann, [post()])).toMatchObject([{ version: 1 }])
  await expect(frozen.query('COMMIT')).rejects.toThrow()
})

test('while the database cannot be reached it is unavailable, soon, and goes on afterwards', async () => {
  const { database, kit, ann } = await setUpProxy()
  const name = new URL(database).pathname.slice(1)
  const server = process.env.TEST_DATABASE_URL ?? ''
  await runSql(server, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`)
  await runSql(server, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`)
  await expect(kit.send(ann, [post()])).rejects.toMatchObject({ code: 'unavailable' })
  await runSql(server, `ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`)
  expect(await kit.send(ann, [post()])).toMatchObject([{ version: 1 }])
})
