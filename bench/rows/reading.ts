import { DatabaseSync } from 'node:sqlite'
import { limits } from '../../lib/protocol/limits.ts'
import { batchJson } from '../../server/core/messages/raw-json.ts'
import type { Caller, Mother } from '../../server/core/mother.ts'
import { databaseIn, makeDevices, openMother, sendMany, temporaryDir } from '../parts/data.ts'
import { perSecond } from '../parts/time.ts'
import type { Row, Size } from '../row.ts'

const MESSAGES: Record<Size, number> = { tiny: 1_000, full: 100_000, huge: 100_000 }
/** A device asks for so many. */
const PAGE = limits.pullMax

export const reading: Row = {
  id: 'reading',
  work: '100,000 messages in pages of 2,000 as the mother answers a pull; the limit joins the stored text from SQLite',
  lines: [
    {
      what: 'messages read',
      figure: 'rate',
      unit: 'messages/s',
      better: 'more',
      side: 'roost',
      against: 'sqlite',
      target: 0.7,
    },
  ],
  async open(size) {
    const messages = MESSAGES[size]
    const data = temporaryDir()
    const mother = openMother(data.dir)
    const [device] = await makeDevices(mother, 'reader', 1)
    if (!device) throw new Error('no device was made')
    await sendMany(mother, device, messages)
    const db = new DatabaseSync(databaseIn(data.dir), { readOnly: true })
    db.exec('PRAGMA cache_size = -32768')
    return {
      sides: {
        roost: async () => ({ rate: await perSecond(messages, () => pullAll(mother, device, messages)) }),
        sqlite: async () => ({ rate: await perSecond(messages, () => joinAll(db, device.userId, messages)) }),
      },
      async [Symbol.asyncDispose]() {
        db.close()
        await mother.close()
        data[Symbol.dispose]()
      },
    }
  },
}

async function pullAll(mother: Mother, caller: Caller, messages: number) {
  let read = 0
  for (let after = 0; after < messages; ) {
    const batch = await mother.pull(caller, { after, limit: PAGE })
    after = batch.upTo
    read += batch.messages.length
    toBytes(batchJson(batch).text)
  }
  if (read !== messages) throw new Error(`${read} of ${messages} messages were read`)
}

async function joinAll(db: DatabaseSync, userId: string, messages: number) {
  const log = Number(db.prepare('SELECT number FROM log WHERE user_id = ?').get(userId)?.number)
  const page = db.prepare(
    'SELECT json FROM message WHERE log = ? AND direct = 0 AND version > ? ORDER BY version LIMIT ?',
  )
  page.setReturnArrays(true)
  for (let after = 0; after < messages; after += PAGE) {
    const rows = page.all(log, after, PAGE) as unknown as [string][]
    toBytes(`[${rows.map(([json]) => json).join(',')}]`)
  }
}

/** As both would be written to a connection: until then a joined text is only a tree of its pieces. */
const toBytes = (text: string) => Buffer.from(text)
