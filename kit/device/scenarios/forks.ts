import { demand, same } from '../../judge/demand.ts'
import type { World } from '../world.ts'
import { must, should } from './scenario.ts'

/** A client that is in step with `kept` messages, after which a backup is made, and with `lost` ones. */
async function twoHistories(world: World) {
  const { server, client, account } = world
  server.post('in the backup')
  await client.send('own, in the backup')
  await world.until(() => world.sentByClient().length === 1, 'the first message of the client')
  await world.inStep()
  const backup = account.history.backupAt(account.history.head)
  const lost = ['own, lost 0', 'own, lost 1']
  await client.send(...lost)
  await world.until(() => world.sentByClient().length === 3, 'all messages of the client')
  const foreign = server.post('of another device, lost')
  await world.inStep()
  const ids = account.history.visibleTo(account.client).flatMap((it) => (lost.includes(it.content) ? it.messageId : []))
  return { backup, lost, own: ids, foreign }
}

/** The operator restores the backup: connections are cut, and the server answers from it. */
function restore({ server, account }: World, backup: World['account']['history']) {
  server.down()
  account.history = backup
  account.lastReceivedVersion = Math.min(account.lastReceivedVersion, backup.head)
  server.up()
}

const contentsOf = ({ account }: World) => account.history.visibleTo(account.client).map((it) => it.content)

/** Its own messages are there again, once, under their old ids. A message of another device is there, too, or still an orphan. */
async function expectGivenBack(world: World, own: readonly string[], foreign: string) {
  const { history } = world.account
  await world.until(() => own.every((it) => history.find(it)), 'its own messages, given back')
  const { orphans } = await world.inStep()
  demand(
    history.find(foreign) || orphans.some((it) => it.messageId === foreign),
    'a message of another device, which only the client holds, is lost',
  )
}

export const scenarios = [
  must(
    'P13.a-restored-server',
    'The client takes over a restored history, and gives back what only it holds.',
    async (world) => {
      const { backup, own, foreign } = await twoHistories(world)
      restore(world, backup)
      await expectGivenBack(world, own, foreign)
    },
  ),

  should(
    'P13.what-other-devices-lost',
    'When a heartbeat has passed, it gives back the message of another device, too.',
    async (world) => {
      const { backup, foreign } = await twoHistories(world)
      await world.live()
      restore(world, backup)
      await world.until(() => world.account.history.find(foreign) !== undefined, 'the message of another device')
      await world.inStep()
    },
  ),

  must(
    'P13.a-head-that-has-overtaken',
    'It notices the other history although head is beyond its cursor.',
    async (world) => {
      const { backup, lost, own, foreign } = await twoHistories(world)
      await world.client.kill()
      restore(world, backup)
      for (let n = 0; n < 8; n++) world.server.post(`new ${n}`)
      world.restart()
      await expectGivenBack(world, own, foreign)
      const contents = contentsOf(world)
      same(
        contents.filter((it) => lost.includes(it)),
        lost,
        'its own messages, each once, in their order',
      )
    },
  ),

  must('P13.orphans-before-the-outbox', 'It gives back its own messages before it sends what waits.', async (world) => {
    const { backup, lost } = await twoHistories(world)
    world.server.down()
    await world.client.send('composed later')
    restore(world, backup)
    await world.until(() => contentsOf(world).includes('composed later'), 'the message that waited')
    await world.inStep()
    const own = contentsOf(world).filter((it) => lost.includes(it) || it === 'composed later')
    same(own, [...lost, 'composed later'], 'the order of its messages')
  }),

  must(
    'P13.another-device-was-first',
    'A message that another device gave back meanwhile is no failure.',
    async (world) => {
      const { backup, own, foreign } = await twoHistories(world)
      const [first = ''] = own
      await world.client.kill()
      restore(world, backup)
      const { account } = world
      const request = { messageId: first, receiverDeviceId: 'all', content: 'own, lost 0' }
      account.history.append(account.other, request, account.devices)
      world.restart()
      await expectGivenBack(world, own, foreign)
      same(contentsOf(world).filter((it) => it === 'own, lost 0').length, 1, 'copies of that message')
    },
  ),

  must(
    'P13.a-fork-in-the-middle-of-a-fork',
    'Restored once more while it takes over, it begins again.',
    async (world) => {
      const { backup, own, foreign } = await twoHistories(world)
      await world.client.kill()
      const again = backup.backupAt(backup.head)
      restore(world, backup)
      for (let n = 0; n < 700; n++) world.server.post(`first restore ${n}`)
      let pulls = 0
      world.server.setFaults(({ name, path }) => {
        // The second page of the rebuild is asked of another history.
        if (name !== 'pull' || /after=\d/.test(path) === false || ++pulls !== 3) return undefined
        restore(world, again)
        for (let n = 0; n < 800; n++) world.server.post(`second restore ${n}`, { fed: false })
        return undefined
      })
      world.restart()
      await world.until(() => world.account.history === again, 'the second page of a takeover')
      await expectGivenBack(world, own, foreign)
    },
  ),

  must(
    'P13.killed-while-it-takes-over',
    'Killed in the middle of a takeover, it still gives everything back.',
    async (world) => {
      const { backup, own, foreign } = await twoHistories(world)
      const { server, client } = world
      await client.kill()
      restore(world, backup)
      for (let n = 0; n < 3; n++) {
        let pulls = 0
        const killed = Promise.withResolvers<void>()
        server.setFaults(({ name }) => {
          if (name === 'other' || ++pulls !== n + 2) return undefined
          void client.kill().then(killed.resolve)
          return { kind: 'cut', when: 'after' }
        })
        world.restart()
        await world.until(() => !client.isRunning(), `call ${n + 2} of a takeover`)
        await killed.promise
      }
      server.setFaults(() => undefined)
      world.restart()
      await expectGivenBack(world, own, foreign)
    },
  ),

  must(
    'P12.removed-while-it-is-live',
    'Told that it was removed, the client wipes messages and outbox.',
    async (world) => {
      const { server, account } = world
      server.post('secret')
      await world.live()
      await world.inStep()
      account.state = 'revoked'
      server.streams.emit('revoked', {})
      server.streams.end()
      await expectWiped(world)
    },
  ),

  must(
    'P12.removed-while-it-was-away',
    'It hears at its next contact that it was removed, and wipes itself.',
    async (world) => {
      const { server, account, client } = world
      server.post('secret')
      await world.inStep()
      server.down()
      await client.send('also secret')
      await client.kill()
      account.state = 'revoked'
      server.up()
      world.restart()
      await expectWiped(world)
    },
  ),

  must(
    'ERRORS.unauthenticated-keeps-everything',
    'A token that is unknown stops the client, and it keeps what it holds.',
    async (world) => {
      const { server, account, client } = world
      server.post('kept')
      await world.inStep()
      server.down()
      await client.send('waits')
      account.state = 'unknown'
      const before = server.calls.length
      server.up()
      await world.until(() => server.calls.length > before, 'a call')
      // It may still be about to act on the refusal, so it is looked at for a while.
      for (let n = 0; n < LOOKS; n++) {
        if (!client.isRunning()) world.restart()
        const { messages, outbox } = await client.dump()
        same(contentsIn(messages), ['kept'], 'its messages')
        same(contentsIn(outbox), ['waits'], 'its outbox')
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    },
  ),

  should(
    'ERRORS.a-refused-client-does-not-hammer',
    'Once its token is unknown, it asks no more than a few times.',
    async (world) => {
      const { server, account, client } = world
      await world.inStep()
      account.state = 'unknown'
      server.streams.cut()
      server.down()
      server.up()
      const before = server.calls.length
      await world.until(() => server.calls.length > before || !client.isRunning(), 'a call')
      await new Promise((resolve) => setTimeout(resolve, 2_000))
      const count = server.calls.length - before
      demand(count <= 5, `it called ${count} times within 2 s`)
    },
  ),
]

const PAUSE_MS = 50
const LOOKS = 40

const contentsIn = (messages: readonly { content: string }[]) => messages.map((it) => it.content)

async function expectWiped({ client, patienceMs }: World) {
  const until = performance.now() + patienceMs
  for (;;) {
    const { messages, outbox, orphans } = await client.dump()
    const left = [...messages, ...outbox, ...orphans].length
    if (left === 0) return
    demand(performance.now() < until, `it still holds ${left} messages after it was removed`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
