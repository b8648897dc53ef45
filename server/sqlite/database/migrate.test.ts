import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { openDatabase } from './open-database.ts'

const schemaOf = (db: DatabaseSync) => db.prepare('PRAGMA user_version').get()?.user_version

function inMemory() {
  const db = new DatabaseSync(':memory:')
  onTestFinished(() => db.close())
  return db
}

test('each step is taken once, in order', () => {
  const db = inMemory()
  const [one, two, three] = ['CREATE TABLE t (a)', 'ALTER TABLE t ADD b', 'INSERT INTO t VALUES (1, 2)']
  migrate(db, [one, two] as string[])
  migrate(db, [one, two, three] as string[])
  migrate(db, [one, two, three] as string[])
  expect(schemaOf(db)).toBe(3)
  expect(db.prepare('SELECT * FROM t').all()).toHaveLength(1)
})

test('a step that fails leaves everything as it was', () => {
  const db = inMemory()
  expect(() => migrate(db, ['CREATE TABLE t (a)', 'not SQL'])).toThrow()
  expect(schemaOf(db)).toBe(0)
  expect(db.prepare('SELECT * FROM sqlite_schema').all()).toEqual([])
})

test('an older program refuses a newer database with one line, and changes nothing', async () => {
  const file = join(await temporaryFolder(), 'roost.db')
  const db = openDatabase(file)
  db.exec(`PRAGMA user_version = ${migrations.length + 1}`)
  db.close()
  expect(() => openDatabase(file)).toThrow(/^.*roost\.db: The database was written by a newer Roost .*$/)
})

test('commits are synced, and the log is written ahead', async () => {
  const db = openDatabase(join(await temporaryFolder(), 'roost.db'))
  onTestFinished(() => db.close())
  expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
  expect(db.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 })
})

test('a log that was written before retention looked at the clock begins with the latest time that stands in it', () => {
  const db = inMemory()
  migrate(db, migrations.slice(0, 1))
  db.exec("INSERT INTO device VALUES ('ann', 'd', '', '', x'00', 1, 700, 0, NULL)")
  migrate(db)
  expect(db.prepare('SELECT * FROM believed_time').all()).toEqual([{ only_row: 1, at: 700 }])
})
