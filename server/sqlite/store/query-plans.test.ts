import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { openDatabase } from '../database/open-database.ts'
import { createSqliteStore } from './sqlite-store.ts'

/** The only statement that may read without a key. */
const PROBE = 'SELECT head FROM log LIMIT 1'

/** Every step of every statement that the store prepares. */
async function queryPlans() {
  const db = openDatabase(join(await temporaryFolder(), 'roost.db'))
  onTestFinished(() => db.close())
  const statements: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = (sql, ...rest) => {
    statements.push(sql)
    return prepare(sql, ...rest)
  }
  createSqliteStore(db)
  const explain = (sql: string) =>
    prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => String(row.detail))
  return statements.filter((sql) => sql !== PROBE).flatMap((sql) => explain(sql).map((step) => ({ sql, step })))
}

test('no statement scans a table or sorts', async () => {
  const steps = await queryPlans()
  expect(steps.length).toBeGreaterThan(20)
  expect(steps.filter(({ step }) => /^SCAN|TEMP B-TREE/.test(step))).toEqual([])
})

// So a pull costs the same however many versions for others lie in between, and a delete however long the log is.
test('nothing walks through a whole log: messages are found by more than their user, visibility by its viewer', async () => {
  const steps = await queryPlans()
  const messages = steps.filter(({ step }) => /^SEARCH (m|message) /.test(step))
  const visible = steps.filter(({ step }) => /^SEARCH (v|visible) /.test(step))
  expect([messages.length, visible.length].every((it) => it > 1)).toBe(true)
  const byKey = /\((rowid=\?|log=\? AND (direct=\? AND version[=<>]+|message_id=|target_version=)\?)/
  expect(messages.filter(({ step }) => !byKey.test(step))).toEqual([])
  expect(visible.filter(({ step }) => !/log=\? AND viewer=\? AND version[<>]+\?/.test(step))).toEqual([])
})
