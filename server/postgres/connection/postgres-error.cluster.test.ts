import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { runSql } from '../../../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { toRefusal } from './postgres-error.ts'

test.each([
  ['a value that is no uuid', 'SELECT $1::uuid', 'private words'],
  ['a character that the database has not', 'SELECT $1::text', 'private ✓'],
  ['a row that is there already', 'WITH t AS (SELECT $1::text AS a) INSERT INTO once SELECT a FROM t', 'private row'],
])('an error about %s says nothing of what was written', async (_name, sql, value) => {
  const url = await testDatabase('LATIN1')
  await runSql(url, "CREATE TABLE once (a text PRIMARY KEY); INSERT INTO once VALUES ('private row')")
  const error = await runSql(url, sql, [value]).catch((it) => it)
  expect(inspect(error)).toMatch(/private|0xe2 0x9c/)
  const told = inspect(toRefusal(error))
  expect(told).toMatch(/(22P02|22P05|23505)/)
  expect(told).not.toMatch(/private|0xe2 0x9c/)
})
