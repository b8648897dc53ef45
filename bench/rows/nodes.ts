import { openPostgresStore } from '../../server/postgres/open-postgres-store.ts'
import { createDatabase } from '../../tests/kit/postgres/database.ts'
import { startRedis } from '../../tests/kit/redis/redis-server.ts'
import type { Endpoint } from '../load/latency.ts'
import { makeDevices, motherOn } from '../parts/data.ts'
import { startNode } from '../parts/nodes.ts'
import { type BenchServer, startLoad } from '../parts/server.ts'
import type { Figures, Round, Row, Size } from '../row.ts'

const LIVE: Record<Size, number> = { tiny: 5, full: 200, huge: 200 }
/** Seconds of work: rounds of a second each lay a third apart. */
const MESSAGES: Record<Size, number> = { tiny: 100, full: 60_000, huge: 60_000 }
const SENDERS = 16
const MORE_MS = 3

export const nodes: Row = {
  id: 'nodes',
  work: 'two nodes on PostgreSQL and Redis: a message to a device on the same node and one to a device on the other in turns, 40 a second; and 16 senders with 64 in flight each, all on one node and half of them on each',
  lines: [
    {
      ...{ what: 'send to arrival on the other node, p50', figure: 'other', unit: 'ms', better: 'less' },
      ...{ side: 'live', against: 'live', againstFigure: 'same' },
    },
    {
      ...{ what: 'how much later than on the same node', figure: 'later', unit: 'ms', better: 'less' },
      ...{ side: 'live', against: MORE_MS, target: 1 },
    },
    {
      ...{ what: 'sends for a second of processor, two nodes; limit: one', figure: 'rate', unit: 'messages/s' },
      ...{ better: 'more', side: 'two', against: 'one', target: 0.9 },
    },
  ],
  async open(size): Promise<Round> {
    await using stack = new AsyncDisposableStack()
    const database = stack.use(await createDatabase())
    const redis = stack.use(await startRedis())
    const mother = motherOn(await openPostgresStore(database.url))
    const [same, other] = [await makeDevices(mother, 'near', 2), await makeDevices(mother, 'far', 2)]
    const users = Array.from({ length: SENDERS }, (_, n) => makeDevices(mother, `sender ${n}`, 1))
    const senders = (await Promise.all(users)).flat().map((it) => it.token)
    await mother.close()
    const first = stack.use(await startNode(database.url, redis.url))
    const second = stack.use(await startNode(database.url, redis.url))
    const live = stack.use(startLoad('live-in-turns'))
    const sending = stack.use(startLoad('senders'))

    const endpoint = (node: BenchServer, token = ''): Endpoint => ({ port: node.port, token })
    const pairs = [
      [endpoint(first, same[0]?.token), endpoint(first, same[1]?.token)],
      [endpoint(first, other[0]?.token), endpoint(second, other[1]?.token)],
    ]
    async function sendsOver(used: readonly BenchServer[]): Promise<Figures> {
      const messages = MESSAGES[size]
      for (const [n, { port }] of used.entries()) {
        await sending.call('open', { port, tokens: senders.filter((_, i) => i % used.length === n) })
      }
      const before = await cpuOf(used)
      const ms = await sending.call<number>('run', { messages })
      const cpuTime = (await cpuOf(used)) - before
      await sending.call('close')
      return { rate: messages / cpuTime, 'a second': (messages / ms) * 1_000 }
    }
    // Or else the second node, which has less to do in each round, is the colder one for long.
    for (const it of [first, second]) await sendsOver([it])
    const kept = stack.move()
    return {
      sides: {
        async live() {
          const [near = 0, far = 0] = await live.call<number[]>('run', { pairs, messages: LIVE[size] })
          return { same: near, other: far, later: far - near }
        },
        one: () => sendsOver([first]),
        two: () => sendsOver([first, second]),
      },
      [Symbol.asyncDispose]: () => kept.disposeAsync(),
    }
  },
}

/** Seconds of processor time of these processes, all of their threads. */
async function cpuOf(used: readonly BenchServer[]): Promise<number> {
  const all = await Promise.all(used.map((it) => it.call<NodeJS.CpuUsage>('cpu')))
  return all.reduce((sum, { user, system }) => sum + user + system, 0) / 1e6
}
