import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { post, setUp } from '../../core/ports/store-contract/kit.ts'
import { openSqliteStore } from '../open-sqlite-store.ts'

test('what has expired leaves nothing behind in any table', async () => {
  const { device, send, store, folder } = await setUp((place) => openSqliteStore(join(place, 'roost.db')))
  const [ann, ben, cleo] = [await device(), await device(), await device()]
  const [all, direct] = [post('for all'), post('for ben', ben.deviceId)]
  await send(ann, [all, direct, post('for cleo', cleo.deviceId)], 1)
  await send(ben, [{ ...post('edited', ben.deviceId), kind: 'edit', targetId: direct.messageId }], 1)
  await send(ben, [post('kept', cleo.deviceId)], 9)
  expect(await store.expire({ before: 5 })).toEqual({ removed: 4 })

  const db = new DatabaseSync(join(folder, 'roost.db'), { readOnly: true })
  onTestFinished(() => db.close())
  expect(db.prepare('SELECT version FROM message').all()).toEqual([{ version: 5 }])
  const visible = db.prepare('SELECT viewer, version FROM visible ORDER BY viewer').all()
  const expected = [ben.deviceId, cleo.deviceId].sort().map((viewer) => ({ viewer, version: 5 }))
  expect(visible.map((it) => ({ ...it }))).toEqual(expected)
})
