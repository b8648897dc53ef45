import { createClient } from '@redis/client'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../kit/postgres/test-database.ts'
import { startRedis } from '../../kit/redis/redis-server.ts'
import type { Event } from '../../simulation/history/event.ts'
import { pauseInMiddle } from './paused.ts'
import { runNodeFaults } from './run.ts'
import { judgeNodes } from './verdict.ts'
import type { NodesWorld } from './world.ts'

const PAUSE_MS = 30_000
/** Far less than the pause, and far more than it takes. */
const SOON_MS = 20_000

test('a node stands still for 30 s in the middle of a send: others serve its user and its device, and it does no harm when it goes on', {
  timeout: 180_000,
}, async () => {
  const redis = await startRedis()
  onTestFinished(() => redis[Symbol.asyncDispose]())
  const databaseUrl = await testDatabase()
  const pause = { from: 0, to: 0 }
  let world: NodesWorld | undefined
  let online: string[] = []
  const { events, logs, problems } = await runNodeFaults({
    ...{ databaseUrl, redisUrl: redis.url, nodes: 3, seed: 'paused', lastsMs: PAUSE_MS, settleMs: 60_000 },
    note: () => {},
    faults: (it) => {
      world = it
      const { begin, end, ...fault } = pauseInMiddle(it, databaseUrl)
      return [
        {
          ...fault,
          async begin() {
            await begin()
            pause.from = it.now()
          },
          async end() {
            pause.to = it.now()
            await end()
            online = await leases(redis.url, it.user, 3)
          },
        },
      ]
    },
  })
  expect(problems).toEqual([])
  expect(judgeNodes(events, logs)).toEqual([])

  const [one, paused, three] = world?.devices.map((it) => it.credentials.deviceId) ?? []
  const meanwhile = events.filter((it) => it.at > pause.from && it.at < pause.to)
  for (const device of [one, three]) expect(longestWait(meanwhile, device, pause)).toBeLessThan(SOON_MS)
  const back = meanwhile.find((it) => it.type === 'emitted' && it.event === 'hello' && it.payload.deviceId === paused)
  expect(back?.at ?? Number.POSITIVE_INFINITY).toBeLessThan(pause.from + SOON_MS)
  // Each device once, under a node that is there.
  expect(online.map((it) => it.split(' ')[0]).sort()).toEqual([one, paused, three].sort())
})

/** The longest time between two answers to sends of this device, in ms. */
function longestWait(events: readonly Event[], device: string | undefined, { from, to }: { from: number; to: number }) {
  const sends = new Set(
    events.flatMap((it) => (it.type === 'call' && it.method === 'send' && it.device === device ? [it.id] : [])),
  )
  const taken = events.flatMap((it) => (it.type === 'answer' && it.ok && sends.has(it.id) ? [it.at] : []))
  return Math.max(...[...taken, to].map((at, index) => at - (taken[index - 1] ?? from)))
}

/** Waits until Redis lists so many devices as online, and returns them with their leases. */
async function leases(url: string, user: string, count: number): Promise<string[]> {
  const client = await createClient({ url }).connect()
  try {
    let fields: string[] = []
    await expect
      .poll(
        async () => {
          const nodes = await client.zRange('roost:nodes', 0, -1)
          fields = (await client.hKeys(`roost:online:{${user}}`)).filter((it) => nodes.includes(it.split(' ')[1] ?? ''))
          return fields.length
        },
        { timeout: 30_000 },
      )
      .toBe(count)
    return fields
  } finally {
    client.destroy()
  }
}
