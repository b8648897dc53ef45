import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { post, refusalOf, setUp } from '../../core/ports/store-contract/kit.ts'
import { openDatabase } from '../database/open-database.ts'
import { createSqliteStore } from '../store/sqlite-store.ts'

/** `fill` leaves the file no page to grow; `free` gives the pages back. */
async function setUpDisk() {
  let db: DatabaseSync | undefined
  const kit = await setUp((folder) => {
    db = openDatabase(join(folder, 'roost.db'))
    return createSqliteStore(db)
  })
  return Object.assign(kit, {
    fill: () => db?.exec('PRAGMA max_page_count = 1'),
    free: () => db?.exec('PRAGMA max_page_count = 1000000'),
  })
}

const big = () => post('x'.repeat(60_000))

test('a full disk refuses sends as unavailable, while pulls go on; what was acknowledged stays', async () => {
  const kit = await setUpDisk()
  const ann = await kit.device()
  await kit.send(ann, [post('kept')])
  kit.fill()
  const refused = { code: 'unavailable', retryAfterMs: expect.any(Number) }
  expect(await refusalOf(kit.send(ann, [big()]))).toEqual(refused)
  expect(await kit.pullAll(ann)).toMatchObject([{ content: 'kept' }])
  expect(await kit.store.summary(ann)).toMatchObject({ head: 1 })
  kit.free()
  expect(await kit.send(ann, [big()])).toMatchObject([{ version: 2 }])
})

test('of sends that share a commit on a disk that has just filled, each one is stored whole or refused', async () => {
  const kit = await setUpDisk()
  const [ann, ben] = [await kit.device('ann'), await kit.device('ben')]
  const again = post('small')
  await kit.send(ann, [again])
  kit.fill()
  const [first, second, third] = await Promise.allSettled([
    kit.send(ann, [big(), big()]),
    kit.send(ben, [big()]),
    kit.send(ann, [again]),
  ])
  expect(first).toMatchObject({ reason: { code: 'unavailable' } })
  expect(second).toMatchObject({ reason: { code: 'unavailable' } })
  // A retry of a stored message needs no room.
  expect(third).toMatchObject({ value: [{ duplicate: true, version: 1 }] })
  kit.free()
  await kit.reopen()
  expect(await kit.pullAll(ann)).toHaveLength(1)
  expect(await kit.send(ann, [post()])).toMatchObject([{ version: 2 }])
})
