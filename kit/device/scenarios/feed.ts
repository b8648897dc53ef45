import { createHash } from 'node:crypto'
import { demand } from '../../judge/demand.ts'
import type { World } from '../world.ts'
import { must } from './scenario.ts'

/** The client is live and level. Returns its position. */
async function level(world: World): Promise<number> {
  const { server, account } = world
  server.post('before')
  await world.live()
  await world.inStep()
  server.streams.silence(true)
  return account.history.head
}

export const scenarios = [
  must('P4.it-gets-what-comes', 'A live client holds what is for it and for all, and nothing else.', async (world) => {
    const { server, account } = world
    await world.live()
    server.post('for all')
    server.post('for it', { receiverDeviceId: account.client })
    server.post('for another device', { receiverDeviceId: account.third })
    server.post('by the third device', { by: account.third })
    await world.inStep()
  }),

  must(
    'P8.a-lost-batch',
    'After a batch that was lost, the client pulls what is missing.',
    async (world) => {
      const { server, account } = world
      await level(world)
      server.post('lost')
      server.streams.silence(false)
      server.post('comes')
      await world.until(() => account.lastReceivedVersion === account.history.head, 'an ack of both messages')
      await world.inStep()
    },
    { heartbeatMs: 60_000 },
  ),

  must('P8.a-repeated-batch', 'A batch that comes three times is applied once.', async (world) => {
    const { server, account } = world
    const head = await level(world)
    server.post('repeated')
    for (let n = 0; n < 3; n++) server.streams.feed(head, head + 1)
    for (let n = 0; n < 3; n++) server.streams.batch(account.history.batch(account.client, head))
    server.post('after it')
    server.streams.silence(false)
    server.streams.feed(head + 1, head + 2)
    await world.inStep()
  }),

  must('P8.a-late-batch', 'A batch from before the cursor changes nothing.', async (world) => {
    const { server, account } = world
    const head = await level(world)
    server.post('one')
    server.post('two')
    const { history, client } = account
    const [early, all] = [history.batch(client, head, { upTo: head + 1 }), history.batch(client, head)]
    server.streams.batch(all)
    await world.inStep()
    server.streams.batch(early)
    server.streams.batch(history.batch(client, 0, { upTo: 1 }))
    server.streams.silence(false)
    server.post('three')
    await world.inStep()
    // A cursor that moved back is healed by the next pull. The acks show it.
    const acks = server.calls.flatMap((it) => (it.name === 'ack' ? [Number(it.body.version)] : []))
    demand(
      acks.every((it, n) => n === 0 || it >= (acks[n - 1] ?? 0)),
      `its acks went back: ${acks}`,
    )
  }),

  must('P8.batches-out-of-order', 'Batches in the wrong order leave no gap and no repeat.', async (world) => {
    const { server, account } = world
    const head = await level(world)
    for (let n = 0; n < 6; n++) server.post(`out of order ${n}`)
    for (const n of [3, 1, 0, 5, 2, 4]) {
      server.streams.batch(account.history.batch(account.client, head + n, { upTo: head + n + 1 }))
    }
    await world.inStep()
  }),

  must('P8.overlapping-batches', 'Of an overlap the client takes only what lies beyond its cursor.', async (world) => {
    const { server, account } = world
    const head = await level(world)
    for (let n = 0; n < 6; n++) {
      server.post(`overlap ${n}`)
      server.streams.batch(account.history.batch(account.client, Math.max(0, head - 2 + n)))
      await world.until(() => account.lastReceivedVersion === account.history.head, 'an ack of the overlap')
    }
    await world.inStep()
  }),

  must(
    'P8.a-batch-that-holds-nothing',
    'A range with messages for other devices only moves the cursor.',
    async (world) => {
      const { server, account } = world
      await level(world)
      server.streams.silence(false)
      for (let n = 0; n < 3; n++) server.post(`not for it ${n}`, { receiverDeviceId: account.third })
      await world.inStep()
    },
  ),

  must('P8.a-cut-inside-a-batch', 'A line that is cut inside a batch loses and repeats nothing.', async (world) => {
    const { server, account } = world
    const head = await level(world)
    for (let n = 0; n < 5; n++) server.post(`cut ${n} ${'ü'.repeat(500)}`)
    server.streams.cutInside(account.history.batch(account.client, head))
    server.streams.silence(false)
    await world.inStep()
  }),

  must('P8.silence', 'A client that got no batch for heartbeatMs pulls.', async (world) => {
    const { server } = world
    await level(world)
    server.post('nobody tells of it')
    await world.inStep()
  }),

  must(
    'P8.unknown-things',
    'Unknown events, fields, kinds and content types are ignored or kept, and stop nothing.',
    async (world) => {
      const { server, account } = world
      await level(world)
      server.streams.silence(false)
      server.streams.emit('weather', { sunny: true })
      server.post('from the future', { contentType: 'application/x.future' })
      server.streams.emit('devices', { devices: [], former: [], mood: 'good' })
      server.setFaults(({ name }) =>
        name === 'pull' || name === 'ack' ? { kind: 'change', change: withMore } : undefined,
      )
      const target = server.post('a post')
      server.post('7', { kind: 'vote', targetId: target })
      server.streams.cut()
      server.post('after it')
      await world.until(() => account.lastReceivedVersion === account.history.head, 'an ack of everything')
      await world.inStep()
    },
  ),

  must(
    'P8.everything-at-random',
    'Sixty messages over a feed that loses, repeats, reorders and cuts.',
    async (world) => {
      const { server, account } = world
      await level(world)
      const { history, client } = account
      for (let n = 0; n < 60; n++) {
        server.post(`random ${n}`, n % 5 === 0 ? { receiverDeviceId: account.third } : {})
        const [what = 0, a = 0, b = 0] = createHash('sha256').update(`feed ${n}`).digest()
        const from = Math.max(0, history.head - 1 - (a % 6))
        const batch = history.batch(client, from, { upTo: Math.max(from, history.head - (b % 3)) })
        if (what % 10 < 7) server.streams.batch(batch)
        if (what % 20 === 7) server.streams.cutInside(batch)
        if (n % 10 === 0) await world.client.dump()
      }
      server.streams.silence(false)
      server.post('the last one')
      await world.inStep()
    },
  ),
]

const withMore = (answer: unknown) => ({ ...(answer as object), weather: 'sunny', list: [1] })
