import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { post, setUp } from '../../core/ports/store-contract/kit.ts'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'
import { readSource } from './source.ts'
import { keyOf, type Row, type Table, tables } from './tables.ts'

const table = (name: string) => tables.find((it) => it.name === name) as Table
/** The first comes before 'all', the second after it. */
const [early, late] = ['00000000-0000-4000-8000-000000000001', 'ffffffff-0000-4000-8000-000000000001']

async function setUpSource() {
  const { folder, store, device, send } = await setUp((place) => openSqliteStore(join(place, 'roost.db')))
  const [ann, phone, ben] = [await device('ann', early), await device('ann', late), await device('ben', early)]
  await device('nobody wrote')
  await send(phone, [post('for all'), post('for both', early), post('to itself', late), post('for all')])
  await send(ben, [post('to itself', early), post('for all')])
  await send(ann, [post('to itself', early)])
  await store.close()
  const db = new DatabaseSync(join(folder, 'roost.db'))
  onTestFinished(() => db.close())
  return db
}

function readAll(db: DatabaseSync, table: Table, page: number): Row[] {
  const all: Row[] = []
  for (let after: Row | undefined; ; ) {
    const rows = readSource(db, table, after, page)
    all.push(...rows)
    const last = rows.at(-1)
    if (rows.length < page || !last) return all
    after = keyOf(table, last)
  }
}

test.each([1, 2, 3, 4, 500])(
  'read in pages of %i, messages and who sees them come as PostgreSQL keeps them',
  async (page) => {
    const db = await setUpSource()
    const messages = readAll(db, table('message'), page)
    expect(messages.map((it) => it.slice(0, 2))).toEqual([
      ...[1, 2, 3, 4, 5].map((version) => ['ann', version]),
      ...[1, 2].map((version) => ['ben', version]),
    ])
    for (const row of messages) {
      const [, version, messageId, sender, receiver] = row
      expect(JSON.parse(String(row.at(-1)))).toMatchObject({
        ...{ version, messageId, senderDeviceId: sender, receiverDeviceId: receiver },
      })
    }
    expect(readAll(db, table('visible'), page)).toEqual([
      ...[2, 5].map((version) => ['ann', early, version]),
      ...[1, 4].map((version) => ['ann', 'all', version]),
      ...[2, 3].map((version) => ['ann', late, version]),
      ['ben', early, 1],
      ['ben', 'all', 2],
    ])
  },
)
