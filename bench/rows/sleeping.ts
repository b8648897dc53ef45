import { randomBytes } from 'node:crypto'
import type { Credentials } from '../../lib/protocol/device.ts'
import { openSqliteStore } from '../../server/sqlite/open-sqlite-store.ts'
import { databaseIn, motherOn, sendMany, temporaryDir } from '../parts/data.ts'
import { startLoad, startRoost } from '../parts/server.ts'
import type { Round, Row, Size } from '../row.ts'

const SIZES: Record<Size, { senders: number; asleep: number; messages: number }> = {
  tiny: { senders: 2, asleep: 3, messages: 100 },
  full: { senders: 50, asleep: 199, messages: 20_000 },
  huge: { senders: 50, asleep: 199, messages: 20_000 },
}

/** An account makes 20 devices an hour, so the clock goes on by this much for each. */
const BETWEEN_MS = 4 * 60_000

/** Promise 7 with Web Push: each sender is a user of its own, whose other devices sleep, were told, and have not reacted. */
export const sleeping: Row = {
  id: 'sleeping',
  work: '50 senders with 64 messages in flight each, beside 10,000 devices that sleep with a push subscription; the limit is Roost without them',
  lines: [
    {
      what: 'durable sends, 9,950 subscriptions asleep',
      figure: 'sends',
      unit: 'messages/s',
      better: 'more',
      side: 'asleep',
      against: 'alone',
      target: 0.9,
    },
  ],
  async open(size): Promise<Round> {
    const { senders, asleep, messages } = SIZES[size]
    await using stack = new AsyncDisposableStack()

    async function roostWith(others: number) {
      const data = stack.use(temporaryDir())
      const tokens = await fill(data.dir, senders, others)
      const roost = stack.use(await startRoost(data.dir))
      return { tokens, port: roost.port }
    }
    const [crowded, alone] = [await roostWith(asleep), await roostWith(0)]
    const load = stack.use(startLoad('senders'))
    const kept = stack.move()

    async function side({ port, tokens }: { port: number; tokens: string[] }) {
      await load.call('open', { port, tokens })
      const sends = (messages / (await load.call<number>('run', { messages }))) * 1_000
      await load.call('close')
      return { sends }
    }
    return {
      sides: { asleep: () => side(crowded), alone: () => side(alone) },
      [Symbol.asyncDispose]: () => kept.disposeAsync(),
    }
  },
}

/** Makes the users, each with one device that sends and so many that sleep. Answers the tokens of the senders. */
async function fill(dataDir: string, senders: number, asleep: number): Promise<string[]> {
  const store = openSqliteStore(databaseIn(dataDir))
  let now = Date.now() - (asleep + 1) * BETWEEN_MS
  const mother = motherOn(store, () => now)
  const users = Array.from({ length: senders }, (_, n) => `sender ${n}`)
  const made: Credentials[][] = []
  for (let n = 0; n <= asleep; n++) {
    made.push(await Promise.all(users.map((userId) => mother.createDevice(userId, { name: `device ${n}` }))))
    now += BETWEEN_MS
  }
  const [own = [], ...sleepers] = made
  for (const caller of sleepers.flat()) await store.subscribe(caller, subscription())
  for (const caller of own) {
    await sendMany(mother, caller, 1)
    await store.claimHints(caller.userId, (await store.sleepers(caller.userId, 0)) ?? [], now)
  }
  const due = { now, lease: now + 60_000, limit: 500 }
  for (let hints = await store.takeHints(due); hints.length > 0; hints = await store.takeHints(due))
    for (const hint of hints) await store.settleHint(hint, 'sent')
  await mother.close()
  return own.map((it) => it.token)
}

const subscription = () => ({
  endpoint: `https://push.example.com/send/${randomBytes(16).toString('hex')}`,
  keys: { p256dh: randomBytes(65).toString('base64url'), auth: randomBytes(16).toString('base64url') },
})
