import { statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openPostgresStore } from '../../server/store/postgres/open-postgres-store.ts'
import { databaseIn, makeDevices, motherOn, openMother, temporaryDir } from '../parts/data.ts'
import { manyUsers } from '../parts/many-users.ts'
import { type BenchServer, startLoad, startRoost } from '../parts/server.ts'
import { figure } from '../table.ts'

/** What one of each costs a server: the figures that docs/scale.md counts with. */

const USAGE = `npm run load:costs -- [--scale 1] [--database postgres://…]

  --scale       0.1: a tenth of everything, to see that it runs
  --database    sends alone, to a PostgreSQL database that is empty and may be filled`
const { values: given } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, database: { type: 'string' }, help: { type: 'boolean' } },
})
const scale = Number(given.scale)
const DEVICES = Math.round(5_000 * scale)
const MESSAGES = Math.round(50_000 * scale)
const MISSED = 100
const IDLE_MS = 60_000 * scale

if (given.help) console.log(USAGE)
else if (given.database) say('a send, 50 senders, PostgreSQL', await sendToPostgres(given.database))
else {
  say('a send, 50 senders, 64 in flight each', await send())
  say('a push to one more live device', await push())
  say(`a device that comes back, ${MISSED} messages behind`, await comeBack())
  say('a pull that finds nothing', await pull())
  say('an idle device', await idle())
}

function say(what: string, costs: Record<string, number>): void {
  const parts = Object.entries(costs).map(([unit, value]) => `${figure(value)} ${unit}`)
  console.log(`${what.padEnd(48)}  ${parts.join(', ')}`)
}

async function cpuOf(server: BenchServer, run: () => Promise<unknown>): Promise<number> {
  const before = await server.call<NodeJS.CpuUsage>('cpu')
  await run()
  const after = await server.call<NodeJS.CpuUsage>('cpu')
  return after.user + after.system - before.user - before.system
}

async function send() {
  using data = temporaryDir()
  const mother = openMother(data.dir)
  const made = await Promise.all(Array.from({ length: 50 }, (_, n) => makeDevices(mother, `sender ${n}`, 1)))
  await mother.close()
  const before = statSync(databaseIn(data.dir)).size
  let us = 0
  let seconds = 0
  {
    await using server = await startRoost(data.dir)
    await using load = startLoad('senders')
    await load.call('open', { port: server.port, tokens: made.flat().map((it) => it.token) })
    await load.call('run', { messages: MESSAGES / 5 })
    us = await cpuOf(server, async () => (seconds = (await load.call<number>('run', { messages: MESSAGES })) / 1_000))
  }
  // It has stopped, and its log was written back.
  const bytes = statSync(databaseIn(data.dir)).size - before
  return { 'µs of processor': us / MESSAGES, 'a second': MESSAGES / seconds, 'bytes stored': bytes / (MESSAGES * 1.2) }
}

async function sendToPostgres(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const size = async () => Number((await client.query('SELECT pg_database_size(current_database()) AS n')).rows[0].n)
  const mother = motherOn(await openPostgresStore(url))
  const made = await Promise.all(Array.from({ length: 50 }, (_, n) => makeDevices(mother, `sender ${n}`, 1)))
  await mother.close()
  const before = await size()
  await using server = await startRoost('/nowhere', { DATABASE_URL: url, AUTH_SECRET: 'x'.repeat(32) })
  await using load = startLoad('senders')
  await load.call('open', { port: server.port, tokens: made.flat().map((it) => it.token) })
  await load.call('run', { messages: MESSAGES / 5 })
  let seconds = 0
  const us = await cpuOf(server, async () => {
    seconds = (await load.call<number>('run', { messages: MESSAGES })) / 1_000
  })
  const bytes = (await size()) - before
  await client.end()
  return {
    'µs of processor (of the node)': us / MESSAGES,
    'a second': MESSAGES / seconds,
    'bytes stored': bytes / (MESSAGES * 1.2),
  }
}

async function push() {
  const cost = async (devices: number) => {
    using data = temporaryDir()
    const mother = openMother(data.dir)
    const tokens = (await makeDevices(mother, 'ann', devices)).map((it) => it.token)
    await mother.close()
    await using server = await startRoost(data.dir)
    await using load = startLoad('fan-out')
    await load.call('open', { port: server.port, tokens })
    const messages = MESSAGES / 10
    await load.call('run', { messages: messages / 5 })
    return (await cpuOf(server, () => load.call('run', { messages }))) / messages
  }
  return { 'µs of processor': ((await cost(11)) - (await cost(2))) / 9 }
}

async function comeBack() {
  using data = temporaryDir()
  const mother = openMother(data.dir)
  const tokens = await manyUsers(mother, DEVICES, MISSED)
  await mother.close()
  await using server = await startRoost(data.dir)
  await using load = startLoad('storm')
  const { port } = server
  const us = await cpuOf(server, () => load.call('comeBack', { port, tokens, missed: MISSED, withinMs: DEVICES }))
  return { 'µs of processor': us / tokens.length }
}

async function pull() {
  using data = temporaryDir()
  const mother = openMother(data.dir)
  const tokens = await manyUsers(mother, 50, 0)
  await mother.close()
  await using server = await startRoost(data.dir)
  await using load = startLoad('pulls')
  await load.call('open', { port: server.port, tokens })
  const times = MESSAGES / 50
  await load.call('run', { times: times / 5 })
  return { 'µs of processor': (await cpuOf(server, () => load.call('run', { times }))) / MESSAGES }
}

async function idle() {
  using data = temporaryDir()
  const mother = openMother(data.dir)
  const tokens = await manyUsers(mother, DEVICES, 0)
  await mother.close()
  await using server = await startRoost(data.dir)
  await using load = startLoad('idle')
  const before = await server.call<number>('memory')
  await load.call('open', { port: server.port, tokens })
  const kib = ((await server.call<number>('memory')) - before) / 1_024 / tokens.length
  const us = await cpuOf(server, () => pause(IDLE_MS))
  return { 'KiB of memory': kib, 'µs of processor a second': us / tokens.length / (IDLE_MS / 1_000) }
}
