import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyAll, batch, everything, posts, request, SELF } from '../storage/contract/fixtures.ts'
import { deviceFiles, openDeviceDatabase } from './device-database.ts'
import { deviceMigrations } from './migrations.ts'
import { openNodeSqliteStore } from './open.ts'
import { removeNodeSqliteStore } from './remove.ts'

let directory: string
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'roost-open-')), 'made', 'by', 'opening')
})
afterEach(() => rmSync(join(directory, '../../..'), { recursive: true }))

test('a device is there again after closing, with transactions that were under way', async () => {
  const store = await openNodeSqliteStore(directory, SELF)
  const applied = applyAll(store, batch(0, 90))
  await applied
  const composed = store.compose(request(1), 1)
  store.close()
  await composed
  await expect(store.position()).rejects.toMatchObject({ reason: 'closed' })
  const again = await openNodeSqliteStore(directory, SELF)
  expect(await everything(again)).toEqual(posts(0, 90))
  expect(await again.outbox()).toHaveLength(1)
  again.close()
})

test('every commit reaches the disk before it is confirmed, and only the owner may read it', () => {
  const database = openDeviceDatabase(directory, SELF)
  expect(database.db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
  expect(database.db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  for (const file of readdirSync(directory).filter((it) => it.includes('.sqlite'))) {
    expect(statSync(join(directory, file)).mode & 0o077).toBe(0)
  }
  expect(statSync(directory).mode & 0o077).toBe(0)
  database.close()
})

test('a second handle of the same process is refused as well', async () => {
  const store = await openNodeSqliteStore(directory, SELF)
  await expect(openNodeSqliteStore(directory, SELF)).rejects.toMatchObject({ reason: 'blocked' })
  store.close()
})

test('a directory of a newer version is refused and left as it is', async () => {
  ;(await openNodeSqliteStore(directory, SELF)).close()
  await Promise.resolve()
  const { data } = deviceFiles(directory, SELF)
  const db = new DatabaseSync(data)
  db.exec(`PRAGMA user_version = ${deviceMigrations.length + 1}`)
  db.close()
  const opening = openNodeSqliteStore(directory, SELF)
  await expect(opening).rejects.toMatchObject({ reason: 'outdated' })
})

test('a file that is no database is an error of its own', async () => {
  const database = openDeviceDatabase(directory, SELF)
  database.close()
  const { data } = deviceFiles(directory, SELF)
  rmSync(data)
  writeFileSync(data, 'not a database, but long enough to be taken for one'.repeat(99))
  await expect(openNodeSqliteStore(directory, SELF)).rejects.toMatchObject({ reason: 'failed' })
})

test('removing takes everything but the lock', async () => {
  const store = await openNodeSqliteStore(directory, SELF)
  expect(() => removeNodeSqliteStore(directory, SELF)).toThrow('blocked')
  store.close()
  await Promise.resolve()
  removeNodeSqliteStore(directory, SELF)
  expect(readdirSync(directory)).toEqual([`device-${SELF}.lock`])
  removeNodeSqliteStore(join(directory, 'never made'), SELF)
  expect(existsSync(join(directory, 'never made'))).toBe(false)
})
