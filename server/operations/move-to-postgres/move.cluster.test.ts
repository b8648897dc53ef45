import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { pathOf } from '../../../lib/protocol/calls.ts'
import { createFileClient } from '../../../tests/kit/clients/files.ts'
import { createTestDevice } from '../../../tests/kit/clients/test-device.ts'
import { runSql } from '../../../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { createPushBrowser } from '../../../tests/kit/push/browser.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { openPostgresStore } from '../../postgres/open-postgres-store.ts'
import { move } from './move.ts'

/** A Roost on SQLite with two devices, one of them behind, and an open pairing code. */
async function setUp(messages = 3) {
  const dataDir = await temporaryFolder()
  const databaseUrl = await testDatabase()
  const server = await startServer({ dataDir })
  const account = await server.signUp()
  const [desk, phone] = [await server.device(account, 'Desk'), await server.device(account, 'Phone')]
  for (let sent = 0; sent < messages; sent += 500) {
    const size = Math.min(500, messages - sent)
    await desk.send(
      Array.from({ length: size }, (_, n) => ({ content: `${sent + n} 🪺\t"'\\x41{}`, composedAt: sent + n })),
    )
  }
  const upTo2 = await phone.pull({ after: 0, limit: 2 })
  await phone.ack({ version: 2, digest: upTo2.digest })
  await server.http('POST', pathOf('markRead'), { token: desk.token, json: { version: 2 } })
  const { json: offer } = await server.http('POST', pathOf('offerPairing'), { token: desk.token })
  /** A node on PostgreSQL, with the secret of the directory. */
  const startNode = async () => {
    const authSecret = readFileSync(join(dataDir, 'auth-secret'), 'utf8').trim()
    const node = await startServer({ databaseUrl, authSecret, dataDir })
    onTestFinished(() => node[Symbol.asyncDispose]())
    return node
  }
  return { dataDir, databaseUrl, server, account, desk, phone, upTo2, offer, startNode }
}

type World = Awaited<ReturnType<typeof setUp>>

/** Asks every part of it from outside. */
async function told(server: TestServer, { account, desk, phone, upTo2 }: World) {
  const get = (path: string, as: object) => server.http('GET', path, as).then((it) => [it.status, it.json])
  const { json } = await server.http('GET', pathOf('listDevices'), { cookie: account.cookie })
  return {
    all: await get(`${pathOf('pull')}?after=0&limit=2000`, { token: desk.token }),
    missed: await get(`${pathOf('pull')}?after=2&digest=${upTo2.digest}`, { token: phone.token }),
    inbox: await get(pathOf('inbox'), { token: phone.token }),
    fromTheAck: await get(pathOf('pull'), { token: phone.token }),
    devices: json.devices.map((it: { lastSeen: number }) => ({ ...it, lastSeen: 0 })),
  }
}

test('devices, sessions and codes go on where they were, and SQLite is not served from again', async () => {
  const world = await setUp()
  const { server, dataDir, databaseUrl, desk, offer } = world
  const first = await desk.send([{ content: 'secret' }])
  const edit = { kind: 'edit', targetId: first[0]?.messageId as string } as const
  await desk.send([
    { content: 'better', ...edit },
    { content: '', ...edit, kind: 'delete' },
  ])
  const fileId = await createFileClient(server.http, desk.token).upload('a file')
  await desk.send([{ content: '', files: [fileId] }])
  await desk.send([{ content: 'hush', wake: 'none' }])
  const { subscription } = createPushBrowser('https://push.invalid/x')
  await server.http('PUT', pathOf('subscribePush'), { token: world.phone.token, json: subscription })
  const before = await told(server, world)
  await expect(move(dataDir, databaseUrl)).rejects.toThrow('another Roost runs on')
  await server.stop()
  const counts = await move(dataDir, databaseUrl)
  expect(counts).toMatchObject({
    message: 8,
    visible: 8,
    file: 1,
    naming: 1,
    subscription: 1,
    wake: 1,
    device: 2,
    log: 1,
    user: 1,
    account: 1,
    session: 1,
    pairing: 1,
    bin: 2,
    activity: 2,
  })

  const node = await world.startNode()
  expect(await told(node, world)).toEqual(before)
  const there = await createTestDevice(node.url, world.account, 'Tablet')
  const live = await there.connect()
  expect(await there.send([{ content: 'after the move' }])).toMatchObject([{ ok: true, version: 9 }])
  await live.until(() => live.batches().length > 0)
  expect(live.batches()[0]).toMatchObject({ from: 8, upTo: 9 })
  live.close()
  expect((await createFileClient(node.http, world.phone.token).get(fileId)).text).toBe('a file')
  // The server still recognises a retry from before.
  const [again] = (
    await node.http('POST', pathOf('send'), {
      token: desk.token,
      json: { messages: [{ messageId: first[0]?.messageId, receiverDeviceId: 'all', content: 'secret' }] },
    })
  ).json.results
  expect(again).toMatchObject({ ok: true, version: 4, duplicate: true })
  const claimed = await node.http('POST', pathOf('claimPairing'), { json: { code: offer.code, name: 'Paired' } })
  expect(claimed.status).toBe(201)

  await expect(startServer({ dataDir })).rejects.toThrow(
    `what was in ${dataDir} has moved to PostgreSQL; set DATABASE_URL`,
  )
  await node.stop()
  await expect(move(dataDir, databaseUrl)).rejects.toThrow('this database holds a Roost already')
  const other = await testDatabase()
  const { host, pathname } = new URL(databaseUrl)
  await expect(move(dataDir, other)).rejects.toThrow(`what was in ${dataDir} has moved to ${host}${pathname} already`)
  expect(await runSql(other, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([])
})

const command = resolve(import.meta.dirname, '../../cli.ts')

function startMove({ dataDir, databaseUrl }: World): ChildProcess {
  const env = { PATH: process.env.PATH, NODE_ENV: 'production' as const, DATA_DIR: dataDir, DATABASE_URL: databaseUrl }
  const child = spawn(process.execPath, [command, 'migrate'], { env, stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Kills a move as soon as PostgreSQL has rows in this table. */
async function killOnce(world: World, table: string) {
  const child = startMove(world)
  const ended = once(child, 'exit')
  await vi.waitUntil(
    async () => (await runSql(world.databaseUrl, `SELECT 1 FROM ${table} LIMIT 1`).catch(() => [])).length > 0,
    { timeout: 30_000, interval: 1 },
  )
  child.kill('SIGKILL')
  await ended
}

test.each(['roost_move', 'device', 'message', 'visible'])(
  'killed when there is some of %s it goes on',
  async (table) => {
    const world = await setUp(4_000)
    const before = await told(world.server, world)
    await world.server.stop()
    await killOnce(world, table)
    expect(existsSync(join(world.dataDir, 'moved-to-postgres'))).toBe(false)
    await expect(world.startNode()).rejects.toThrow(
      /the move from .* is not finished: run npm run roost -- migrate again/,
    )
    const [code] = await once(startMove(world), 'exit')
    expect(code).toBe(0)
    expect(await told(await world.startNode(), world)).toEqual(before)
  },
)

test('what SQLite was told between a kill and the next try is moved, too', async () => {
  const world = await setUp(3_000)
  await world.server.stop()
  await killOnce(world, 'message')
  const between = await startServer({ dataDir: world.dataDir })
  const send = (it: object) =>
    between.http('POST', pathOf('send'), {
      token: world.desk.token,
      json: { messages: [{ messageId: randomUUID(), receiverDeviceId: 'all', content: '', ...it }] },
    })
  const { json } = await between.http('GET', `${pathOf('pull')}?after=0&limit=1`, { token: world.desk.token })
  await send({ kind: 'delete', targetId: json.messages[0].messageId })
  await send({ content: 'in between' })
  const before = await told(between, world)
  await between.stop()
  expect(await move(world.dataDir, world.databaseUrl)).toMatchObject({ message: 3_002 })
  expect(await told(await world.startNode(), world)).toEqual(before)
})

test('a copy that PostgreSQL does not keep as it is, is noticed, and SQLite goes on', async () => {
  const world = await setUp()
  await world.server.stop()
  // An empty Roost counts as an empty database; this one uses what it gets.
  await (await openPostgresStore(world.databaseUrl)).close()
  await runSql(
    world.databaseUrl,
    `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.json := lower(NEW.json) || ' '; RETURN NEW; END $$;
     CREATE TRIGGER spoil BEFORE INSERT ON message FOR EACH ROW WHEN (NEW.version = 2) EXECUTE FUNCTION spoil()`,
  )
  const moving = move(world.dataDir, world.databaseUrl)
  await expect(moving).rejects.toThrow(/^The copy is not the same \(message \w+ 2\); nothing has moved$/)
  await using again = await startServer({ dataDir: world.dataDir })
  expect((await again.http('GET', pathOf('pull'), { token: world.desk.token })).status).toBe(200)
})

test('a database that is not empty, or in use, is refused and left as it is', async () => {
  const world = await setUp()
  await world.server.stop()
  const { dataDir, databaseUrl } = world
  await runSql(databaseUrl, 'CREATE TABLE others (n integer)')
  await expect(move(dataDir, databaseUrl)).rejects.toThrow('this database holds something else; name an empty one')
  expect(await runSql(databaseUrl, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toHaveLength(1)

  const used = await testDatabase()
  await using node = await startServer({ databaseUrl: used, authSecret: 'x'.repeat(32), dataDir: '/nowhere' })
  await expect(move(dataDir, used)).rejects.toThrow('a Roost runs on this database; stop it first')
  expect((await node.http('GET', '/readyz')).status).toBe(200)
})
