import { randomBytes, randomUUID } from 'node:crypto'
import { propose } from '../../server/core/messages/proposal.ts'
import type { Store } from '../../server/core/ports/store.ts'
import { openPostgresStore } from '../../server/postgres/open-postgres-store.ts'
import { createDatabase } from '../../tests/kit/postgres/database.ts'
import { openInserts } from '../limits/inserts.ts'
import { contentOf } from '../parts/content.ts'
import { perSecond } from '../parts/time.ts'
import type { Row, Size } from '../row.ts'

const USERS = 16
const IN_FLIGHT = 64
const EACH: Record<Size, number> = { tiny: 70, full: 1_500, huge: 1_500 }

export const postgres: Row = {
  id: 'postgres',
  work: '16 users with 64 sends in flight each, stored in PostgreSQL; the limit inserts the same rows, 64 to a transaction',
  lines: [
    {
      what: 'durable sends in PostgreSQL',
      figure: 'rate',
      unit: 'messages/s',
      better: 'more',
      side: 'roost',
      against: 'inserts',
      target: 0.5,
    },
  ],
  async open(size) {
    const [own, bare] = [await createDatabase(), await createDatabase()]
    // The same tables and keys on both sides.
    await (await openPostgresStore(bare.url)).close()
    const store = await openPostgresStore(own.url)
    const callers = Array.from({ length: USERS }, (_, n) => ({ userId: `user ${n}`, deviceId: randomUUID() }))
    for (const { userId, deviceId } of callers) {
      const device = { deviceId, name: 'a device', platform: '', tokenHash: randomBytes(32), now: 0 }
      await store.createDevice(userId, device, randomBytes(16))
    }
    let made = 0
    const inserts = await openInserts(bare.url, USERS, (count) => ({
      contents: Array.from({ length: count }, () => contentOf(made++)),
      ids: Array.from({ length: count }, () => randomUUID()),
    }))
    const each = EACH[size]
    return {
      sides: {
        roost: async () => ({ rate: await perSecond(each * USERS, () => sendAll(store, callers, each)) }),
        inserts: async () => ({ rate: await perSecond(each * USERS, () => inserts.run(each, IN_FLIGHT)) }),
      },
      async [Symbol.asyncDispose]() {
        await inserts.close()
        await store.close()
        await own[Symbol.asyncDispose]()
        await bare[Symbol.asyncDispose]()
      },
    }
  },
}

async function sendAll(store: Store, callers: readonly { userId: string; deviceId: string }[], each: number) {
  await Promise.all(callers.map((caller) => sendOf(store, caller, each)))
}

/** Sends one message a time, with as many sends in flight as allowed. */
async function sendOf(store: Store, caller: { userId: string; deviceId: string }, count: number) {
  let begun = 0
  async function send() {
    while (begun < count) {
      const item = { messageId: randomUUID(), receiverDeviceId: 'all', content: contentOf(begun++) }
      const { results } = await store.append(caller, [propose(caller.deviceId, item)], 1)
      if (!results[0]?.ok) throw new Error(`refused: ${JSON.stringify(results)}`)
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, send))
}
