import { expect, onTestFinished, test } from 'vitest'
import { pathOf } from '../lib/protocol/calls.ts'
import { signIn } from '../tests/kit/clients/account.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { runSql } from '../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../tests/kit/postgres/test-database.ts'
import { startServerProcess } from '../tests/kit/server/server-process.ts'
import { startServer } from '../tests/kit/server/start-server.ts'

const authSecret = 'the same on every node, 32 letters'

async function twoNodes(signUp: 'open' | 'first' = 'open') {
  const databaseUrl = await testDatabase()
  const start = () => startServer({ databaseUrl, authSecret, signUp, dataDir: '/nowhere' })
  // All at once on an empty database: they take turns making the tables.
  const nodes = await Promise.all([start(), start()])
  onTestFinished(async () => {
    for (const node of nodes) await node[Symbol.asyncDispose]()
  })
  return { databaseUrl, nodes, start }
}

test('two nodes that start at once on an empty database are one Roost', async () => {
  const { nodes } = await twoNodes()
  const [one, other] = nodes
  const account = await one.signUp()
  const desk = await one.device(account, 'Desk')
  const phone = await other.device(account, 'Phone')
  await Promise.all([desk, phone, desk, phone].map((it, n) => it.send([{ content: `${n}` }])))
  const [seen, there] = [await desk.pull({ after: 0 }), await phone.pull({ after: 0 })]
  expect(seen.messages.map((it) => it.version)).toEqual([1, 2, 3, 4])
  expect(there).toEqual(seen)

  expect(
    (await other.http('DELETE', `${pathOf('listDevices')}/${desk.deviceId}`, { cookie: account.cookie })).status,
  ).toBe(204)
  const { status, json } = await one.http('GET', pathOf('pull'), { token: desk.token })
  expect([status, json.error.code]).toEqual([401, 'revoked'])
})

test('a session holds on every node, and ends on every node', async () => {
  const { nodes } = await twoNodes()
  const [one, other] = nodes
  const account = await one.signUp()
  const elsewhere = await signIn(other.http, account)
  const device = await other.device(elsewhere, 'Desk')
  const list = (cookie: string) => one.http('GET', pathOf('listDevices'), { cookie })
  expect((await list(elsewhere.cookie)).status).toBe(200)
  // Removing a device ends the account's other sessions.
  await one.http('DELETE', `${pathOf('listDevices')}/${device.deviceId}`, { cookie: account.cookie })
  expect([(await list(account.cookie)).status, (await list(elsewhere.cookie)).status]).toEqual([200, 401])
})

test('of many who come first at once, on two nodes, one is first', async () => {
  const { nodes, databaseUrl } = await twoNodes('first')
  const tries = Array.from({ length: 12 }, (_, n) => nodes[n % 2]?.signUp())
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter((it) => it.status === 'fulfilled')).toHaveLength(1)
  for (const it of outcomes) if (it.status === 'rejected') expect(it.reason.message).toMatch(/^sign-up: 403 /)
  expect(await runSql(databaseUrl, 'SELECT count(*)::integer AS n FROM "user"')).toEqual([{ n: 1 }])
  for (const node of nodes) expect((await node.http('GET', '/api/roost/welcome')).json).toEqual({ signUp: false })
})

test('an account that is cut off while it is made leaves nothing', async () => {
  const { nodes, databaseUrl } = await twoNodes('first')
  await runSql(
    databaseUrl,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$;
     CREATE TRIGGER refuse BEFORE INSERT ON account EXECUTE FUNCTION refuse()`,
  )
  await expect(nodes[0].signUp('robin@example.test')).rejects.toThrow(/^sign-up: 500 .*"internal"/)
  expect(await runSql(databaseUrl, 'SELECT * FROM "user"')).toEqual([])
  await runSql(databaseUrl, 'DROP TRIGGER refuse ON account')
  await nodes[1].signUp('robin@example.test')
})

test('everything is there after a restart', async () => {
  const { nodes, start } = await twoNodes()
  const account = await nodes[0].signUp()
  const desk = await nodes[0].device(account, 'Desk')
  await desk.send([{ content: 'kept' }])
  for (const node of nodes) await node.stop()
  await using again = await start()
  const { json } = await again.http('GET', `${pathOf('pull')}?after=0`, { token: desk.token })
  expect(json.messages).toMatchObject([{ content: 'kept' }])
})

test('a database that does not answer is said in one line, without its password', async () => {
  await using child = startServerProcess({
    DATABASE_URL: 'postgres://nobody:hidden@127.0.0.1:1/none',
    ...{ AUTH_SECRET: authSecret, PUSH: 'off' },
  })
  expect(await child.ended).toBe(1)
  expect(child.output()).toBe('Roost cannot start: DATABASE_URL: connect ECONNREFUSED 127.0.0.1:1\n')
})

test('it serves as a process of its own, and stops', async () => {
  await using child = startServerProcess({
    DATABASE_URL: await testDatabase(),
    AUTH_SECRET: authSecret,
    DATA_DIR: '/nowhere',
  })
  const http = createHttpClient(await child.ready)
  expect((await http('GET', '/readyz')).status).toBe(200)
  child.process.kill('SIGTERM')
  expect(await child.ended).toBe(0)
})
