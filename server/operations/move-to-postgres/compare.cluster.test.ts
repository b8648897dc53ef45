import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { newDevice, post, setUp } from '../../core/ports/store-contract/kit.ts'
import { openDatabase } from '../../sqlite/database/open-database.ts'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'
import { compareAll } from './compare.ts'
import { move } from './move.ts'

/** Two equal sides that no server uses. */
async function setUpSides() {
  const { folder, store, device, send } = await setUp((place) => openSqliteStore(join(place, 'roost.db')))
  const [ann, ben] = [await device('ann'), await device('ben')]
  await store.createDevice('ann', newDevice(randomUUID()), randomBytes(16))
  await send(ann, [post('one'), post('two', ann.deviceId), post('three')])
  await send(ben, [post('of ben'), post('late')], 9)
  await store.expire({ before: 5 })
  await send(ann, [post('four'), post('five')], 9)
  // A server would do it at its start, in the background.
  await store.trustTime(9)
  await store.close()
  await (await startServer({ dataDir: folder })).stop()
  const url = await testDatabase()
  await move(folder, url)
  const db = openDatabase(join(folder, 'roost.db'))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(async () => {
    db.close()
    await client.end()
  })
  /** On both sides, each in its own shape. */
  async function removeMessage(user: string, version: number) {
    db.exec(
      `DELETE FROM message WHERE log = (SELECT number FROM log WHERE user_id = '${user}') AND version = ${version}`,
    )
    for (const table of ['message', 'visible']) {
      await client.query(`DELETE FROM ${table} WHERE user_id = '${user}' AND version = ${version}`)
    }
  }
  return { db, client, removeMessage }
}

test('what is the same is counted, floors and all', async () => {
  const { db, client } = await setUpSides()
  const counts = { message: 4, visible: 4, device: 3, log: 2, pairing: 0, believed_time: 1 }
  expect(await compareAll(db, client)).toMatchObject({ counts })
})

test.each([
  ['a letter', "UPDATE message SET json = replace(json, 'four', 'Four')", /^message ann 4$/],
  ['a hash', "UPDATE message SET payload_hash = '\\\\x00' WHERE user_id = 'ben'", /^message ben 1$/],
  ['a row that is missing', "DELETE FROM visible WHERE user_id = 'ben' AND version = 2", /^visible ben all 2$/],
  ['a row too many', "INSERT INTO visible VALUES ('zoe', 'all', 1)", /^visible: there is more of it in PostgreSQL$/],
  ['a receipt', "UPDATE device SET last_received_version = 5 WHERE user_id = 'ben'", /^device ben /],
  ['a floor', "UPDATE log SET floor = 2 WHERE user_id = 'ann'", /^log ann$/],
])('%s is noticed', async (_name, sql, differs) => {
  const { db, client } = await setUpSides()
  await client.query(sql)
  expect(await compareAll(db, client)).toEqual({ differs: expect.stringMatching(differs) })
})

test('a history that does not add up is noticed, even when both sides say the same', async () => {
  const { db, client, removeMessage } = await setUpSides()
  expect(await compareAll(db, client)).toHaveProperty('counts')
  await removeMessage('ann', 5)
  expect(await compareAll(db, client)).toEqual({ differs: 'history of ann ends at 4' })
  await removeMessage('ann', 4)
  expect(await compareAll(db, client)).toEqual({ differs: 'history of ann ends at 3' })
})
