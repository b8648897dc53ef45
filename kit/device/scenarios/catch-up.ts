import { demand, same } from '../../judge/demand.ts'
import type { CallName, Fault } from '../faults.ts'
import { next, refusal } from '../faults.ts'
import { expectConsistent } from '../judge-dump.ts'
import type { World } from '../world.ts'
import { must } from './scenario.ts'

const texts = [
  '',
  ' not trimmed \t',
  'e\u0301 \u00e9',
  '🐦👩🏽‍🚀',
  '"quoted" \\ \u2028',
  '{"a":1}',
  '\u0001\u001f',
  'x'.repeat(65_536),
]

/** The client is away while so many messages are stored. */
async function away(world: World, count: number): Promise<void> {
  await world.client.kill()
  const { server, account } = world
  for (let n = 0; n < count; n++) server.post(`missed ${n}`, n % 7 === 3 ? { receiverDeviceId: account.third } : {})
}

/** Reads what it holds now, while nobody answers it: only what was stored counts. */
async function holdsAfterKill(world: World): Promise<number> {
  world.server.down()
  world.restart()
  const dump = await world.client.dump()
  expectConsistent(dump, world.account, 'after a kill')
  await world.client.kill()
  world.server.up()
  return dump.cursor ?? 0
}

const steps: [CallName, Fault | undefined][] = [
  ['pull', { kind: 'cut', when: 'before' }],
  ['pull', { kind: 'cut', when: 'half' }],
  ['pull', undefined],
  ['ack', { kind: 'cut', when: 'before' }],
  ['ack', { kind: 'cut', when: 'after' }],
  ['ack', undefined],
]

export const scenarios = [
  must('P4.a-catch-up-in-pages', 'After 1,200 missed messages the client holds each of them once.', async (world) => {
    await away(world, 1_200)
    world.restart()
    await world.inStep()
  }),

  must('P4.texts-are-kept', 'Texts of every kind arrive byte for byte.', async (world) => {
    for (const it of texts) world.server.post(it)
    await world.inStep()
  }),

  must(
    'P4.edits-and-deletes',
    'Edits and deletes are kept, and a delete empties the copies that the client holds.',
    async (world) => {
      const { server } = world
      const [first, second] = [server.post('one'), server.post('secret')]
      server.post('one, edited', { kind: 'edit', targetId: first })
      server.post('secret, edited', { kind: 'edit', targetId: second })
      await world.inStep()
      server.post('', { kind: 'delete', targetId: second })
      const { messages } = await world.inStep()
      demand(!JSON.stringify(messages).includes('secret'), 'the text of a deleted message is still there')
    },
  ),

  must(
    'P5.killed-at-any-step',
    'Killed at any step of a catch-up, it holds exactly what there is up to its cursor.',
    async (world) => {
      const { server, client, account } = world
      await away(world, 1_200)
      for (const [name, fault] of steps) {
        const killed = Promise.withResolvers<void>()
        server.setFaults(
          next(name, () => {
            // An answer that passes is on its way when the client dies.
            setImmediate(() => void client.kill().then(killed.resolve))
            return fault
          }),
        )
        world.restart()
        await world.until(() => !client.isRunning(), `a call of ${name}`)
        await killed.promise
        server.setFaults(() => undefined)
        const cursor = await holdsAfterKill(world)
        demand(
          cursor >= account.lastReceivedVersion,
          `it acknowledged ${account.lastReceivedVersion} and holds ${cursor}`,
        )
      }
      world.restart()
      await world.inStep()
    },
  ),

  must('P6.an-ack-comes-after-the-store', 'At the moment of an ack everything up to it is stored.', async (world) => {
    const { server, client } = world
    await away(world, 300)
    let acknowledged: number | undefined
    const killed = Promise.withResolvers<void>()
    server.setFaults(({ name, body }) => {
      if (name !== 'ack' || acknowledged !== undefined) return undefined
      acknowledged = body.version
      void client.kill().then(killed.resolve)
      return { kind: 'cut', when: 'before' }
    })
    world.restart()
    await world.until(() => acknowledged !== undefined, 'an ack')
    await killed.promise
    server.setFaults(() => undefined)
    const cursor = await holdsAfterKill(world)
    demand(cursor >= (acknowledged ?? 0), `it acknowledged ${acknowledged}, and holds ${cursor} after a kill`)
    world.restart()
    await world.inStep()
  }),

  must('P6.a-lost-ack-is-repeated', 'An ack that got lost is repeated.', async (world) => {
    world.server.setFaults(next('ack', { kind: 'cut', when: 'before' }, { kind: 'cut', when: 'before' }))
    world.server.post('acknowledged late')
    await world.inStep()
  }),

  must(
    'P6.an-ack-carries-the-digest',
    'Each ack and each pull from a known position shows its digest.',
    async (world) => {
      const { server, account } = world
      for (let n = 0; n < 3; n++) {
        server.post(`digest ${n}`)
        await world.inStep()
      }
      const acks = server.calls.filter((it) => it.name === 'ack')
      demand(acks.length > 0, 'there was no ack')
      for (const { body } of acks) same(body.digest, account.history.digestAt(body.version), 'the digest of an ack')
      await world.killed()
      const before = server.calls.length
      await world.until(
        () => server.calls.slice(before).some((it) => /pull|stream/.test(it.name)),
        'a pull or a stream',
      )
      const [first] = server.calls.slice(before).filter((it) => /pull|stream/.test(it.name))
      demand(first?.path.includes('digest='), `its first question names no digest: ${first?.path}`)
    },
  ),

  must(
    'P14.retention-has-passed',
    'After 410 the client goes on from the floor, and sends what waits.',
    async (world) => {
      const { server, account, client } = world
      server.post('seen')
      await world.inStep()
      server.down()
      await client.send('waits')
      for (let n = 0; n < 5; n++) server.post(`removed ${n}`)
      account.history.expire(account.history.head)
      server.post('after the floor')
      server.up()
      await world.until(() => world.sentByClient().length === 1, 'the message that waited')
      const { messages } = await world.inStep()
      demand(
        !messages.some((it) => it.content.startsWith('removed')),
        'it holds a message that the server never gave it',
      )
    },
  ),

  must('P9.trouble-of-the-server', '500, 502, 503 and 429 on any call: the client goes on later.', async (world) => {
    const { server } = world
    const troubles = [
      {
        kind: 'answer',
        status: 502,
        body: '<html>Bad Gateway</html>',
        headers: { 'Content-Type': 'text/html' },
      } as const,
      refusal(503, { code: 'unavailable', retryAfterMs: 50 }),
      refusal(429, { code: 'rate_limited', retryAfterMs: 50 }),
    ]
    await world.client.kill()
    server.post('during trouble')
    let count = 0
    server.setFaults(({ name }) => (name !== 'other' && count < 6 ? troubles[count++ % 3] : undefined))
    world.restart()
    await world.client.send('also sent')
    await world.until(() => world.sentByClient().length === 1, 'the message of the client')
    await world.inStep()
  }),

  must(
    'P4.without-a-stream',
    'Where the server has no stream, the client pulls.',
    async (world) => {
      const { server } = world
      server.post('pulled')
      await world.inStep()
    },
    { hasStream: false },
  ),
]
