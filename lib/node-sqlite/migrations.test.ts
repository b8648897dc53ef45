import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { migrate } from './migrations.ts'

const steps = ['CREATE TABLE a (x)', 'ALTER TABLE a ADD COLUMN y DEFAULT 7']
const versionOf = (db: DatabaseSync) => db.prepare('PRAGMA user_version').get()

test('an older file goes through the steps that it lacks, and keeps its data', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, steps.slice(0, 1))
  db.exec('INSERT INTO a VALUES (1)')
  for (let time = 0; time < 2; time++) migrate(db, steps)
  expect(db.prepare('SELECT * FROM a').all()).toEqual([{ x: 1, y: 7 }])
  expect(versionOf(db)).toEqual({ user_version: 2 })
})

test('a step that fails leaves the file as it was, and can be tried again', () => {
  const db = new DatabaseSync(':memory:')
  expect(() => migrate(db, [...steps.slice(0, 1), 'DROP TABLE a; DROP TABLE b'])).toThrow(/no such table: b/)
  expect(versionOf(db)).toEqual({ user_version: 1 })
  migrate(db, steps)
  expect(db.prepare('SELECT * FROM a').all()).toEqual([])
})

test('a file of a newer version is refused', () => {
  const db = new DatabaseSync(':memory:')
  migrate(db, steps)
  expect(() => migrate(db, steps.slice(0, 1))).toThrow(expect.objectContaining({ reason: 'outdated' }))
})
