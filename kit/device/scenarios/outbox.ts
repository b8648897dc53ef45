import { demand, same } from '../../judge/demand.ts'
import type { SendRequest } from '../../server/wire.ts'
import { type ClientCall, type Fault, next, refusal } from '../faults.ts'
import type { World } from '../world.ts'
import { must, should } from './scenario.ts'

const numbered = (count: number, what: string) => Array.from({ length: count }, (_, n) => `${what} ${n}`)

const itemsOf = ({ name, body }: ClientCall): SendRequest[] => (name === 'send' && body?.messages) || []

/** The client has sent these texts, each once, in this order. */
async function expectSent(world: World, texts: readonly string[]) {
  await world.until(() => world.sentByClient().length >= texts.length, `${texts.length} messages of the client`)
  await world.inStep()
  same(world.sentByClient(), texts, 'what the client has sent, in the order of versions')
}

/** The first send meets these faults, one each. */
const sending = (faults: (Fault | (() => Fault | undefined))[]) => async (world: World) => {
  world.server.setFaults(next('send', ...faults))
  await world.client.send('one', 'two', 'three')
  await expectSent(world, ['one', 'two', 'three'])
}

export const scenarios = [
  must(
    ...(['P3.a-lost-request', 'A send that did not arrive is sent again.'] as const),
    sending([{ kind: 'cut', when: 'before' }]),
  ),
  must(
    ...(['P3.a-lost-answer', 'A send whose answer got lost is repeated under the same messageIds.'] as const),
    sending([
      { kind: 'cut', when: 'after' },
      { kind: 'cut', when: 'half' },
    ]),
  ),

  must(
    'P9.an-outbox-outlives-a-kill',
    'What the client has kept without a network is there after a kill, and goes out.',
    async (world) => {
      const { server, client } = world
      await world.inStep()
      server.down()
      await client.send('kept one', 'kept two', 'kept three')
      await world.killed()
      const { outbox } = await client.dump()
      same(
        outbox.map((it) => it.content),
        ['kept one', 'kept two', 'kept three'],
        'the outbox after a kill',
      )
      server.up()
      await expectSent(world, ['kept one', 'kept two', 'kept three'])
    },
  ),

  must(
    'P9.killed-while-it-sends',
    'Killed before, in and after a send, each message is stored once, in order.',
    async (world) => {
      const { server, client } = world
      const composed: string[] = []
      for (const when of ['before', 'after', 'half'] as const) {
        server.down()
        const texts = numbered(5, `cut ${when}`)
        await client.send(...texts)
        composed.push(...texts)
        const killed = Promise.withResolvers<void>()
        server.setFaults(
          next('send', () => {
            void client.kill().then(killed.resolve)
            return { kind: 'cut', when }
          }),
        )
        server.up()
        await world.until(() => !client.isRunning(), 'a send')
        await killed.promise
        world.restart()
      }
      await expectSent(world, composed)
    },
  ),

  must('P10.in-the-order-of-composition', 'Forty messages go out in order, one request at a time.', async (world) => {
    const { server, client } = world
    let [inFlight, most] = [0, 0]
    server.setFaults(async ({ name }) => {
      if (name !== 'send') return undefined
      most = Math.max(most, ++inFlight)
      await new Promise((resolve) => setTimeout(resolve, 30))
      inFlight--
      return undefined
    })
    const texts = numbered(40, 'in order')
    await client.send(...texts.slice(0, 20))
    server.down()
    await client.send(...texts.slice(20))
    server.up()
    await expectSent(world, texts)
    same(most, 1, 'sends at once')
  }),

  must('P9.rate-limited', 'A send that is refused with 429 waits and goes out.', async (world) => {
    const limited = refusal(429, { code: 'rate_limited', retryAfterMs: 200 })
    await sending([limited, limited])(world)
  }),

  should('P9.it-waits-as-asked', 'After `retryAfterMs` of 1.5 s no send comes earlier.', async (world) => {
    const { server, client } = world
    const times: number[] = []
    server.setFaults(({ name }) => {
      if (name !== 'send') return undefined
      times.push(performance.now())
      return times.length === 1 ? refusal(429, { code: 'rate_limited', retryAfterMs: 1_500 }) : undefined
    })
    await client.send('patient')
    await expectSent(world, ['patient'])
    const waited = (times[1] ?? 0) - (times[0] ?? 0)
    demand(waited >= 1_450, `it waited ${Math.round(waited)} ms`)
  }),

  must(
    'P9.a-refused-message-holds-up-no-other',
    'A message that is refused for good stays, with its reason; the others go.',
    async (world) => {
      const { server, client, account } = world
      server.down()
      await client.send('good one', 'refuse me', 'good two')
      // The refused message never reaches the history.
      const { append } = account.history
      account.history.append = (sender, request, devices) =>
        request.content === 'refuse me'
          ? { messageId: request.messageId, ok: false, error: { code: 'payload_too_large', message: 'too large' } }
          : append.call(account.history, sender, request, devices)
      server.up()
      await expectSent(world, ['good one', 'good two'])
      const { outbox } = await client.dump()
      same(
        outbox.map((it) => it.content),
        ['refuse me'],
        'what it still shows as not sent',
      )
      demand(outbox[0]?.refused, 'a refused message has its reason in "refused"')
      const before = server.calls.length
      await client.send('good three')
      await expectSent(world, ['good one', 'good two', 'good three'])
      const again = server.calls
        .slice(before)
        .flatMap(itemsOf)
        .some((it) => it.content === 'refuse me')
      demand(!again, 'it sent a message again that was refused for good')
    },
  ),

  must(
    'P9.offline-on-purpose',
    'Told `offline` it keeps what is composed; told `online` it sends and catches up.',
    async (world) => {
      const { server, client } = world
      await world.inStep()
      client.tell('offline')
      await client.send('composed offline')
      server.post('missed')
      client.tell('online')
      await expectSent(world, ['composed offline'])
    },
  ),

  must(
    'P9.a-messageId-is-a-new-uuid',
    'Each message has a UUID of its own in lower case, and keeps it.',
    async (world) => {
      await world.client.send('same text', 'same text')
      await expectSent(world, ['same text', 'same text'])
      const ids = world.server.calls.flatMap(itemsOf).map((it) => it.messageId)
      demand(
        ids.every((it) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(it)),
        `a messageId is no UUID in lower case: ${ids[0]}`,
      )
      same(new Set(ids).size, 2, 'how many messageIds there are')
    },
  ),
]
