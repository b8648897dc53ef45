import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../contract/kit.ts'
import { openDatabase } from './open-database.ts'
import { createSqliteStore } from './sqlite-store.ts'

/** Reads whatever row comes first: the one statement that is allowed to look without a key. */
const PROBE = 'SELECT head FROM log LIMIT 1'

test('no statement of the store scans a table or sorts', async () => {
  const db = openDatabase(join(await temporaryFolder(), 'roost.db'))
  onTestFinished(() => db.close())
  const statements: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = (sql, ...rest) => {
    statements.push(sql)
    return prepare(sql, ...rest)
  }
  createSqliteStore(db)
  expect(statements.length).toBeGreaterThan(20)

  const slow = statements
    .filter((sql) => sql !== PROBE)
    .flatMap((sql) =>
      prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map((row) => ({ sql, step: String(row.detail) })),
    )
    .filter(({ step }) => /^SCAN|TEMP B-TREE/.test(step))
  expect(slow).toEqual([])
})
