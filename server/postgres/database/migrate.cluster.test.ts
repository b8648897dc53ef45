import { expect, test } from 'vitest'
import { runSql } from '../../../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { openPool } from '../connection/pool.ts'
import { openPostgresStore } from '../open-postgres-store.ts'
import { migrate, whileMigrating } from './migrate.ts'
import { migrations } from './migrations.ts'

const schemaOf = async (url: string) => (await runSql(url, 'SELECT version FROM roost_schema'))[0]?.version

test('each step is taken once, in order, by however many start at once', async () => {
  const url = await testDatabase()
  const steps = ['CREATE TABLE t (a integer)', 'ALTER TABLE t ADD b integer', 'INSERT INTO t VALUES (1, 2)']
  await whileMigrating(url, (client) => migrate(client, steps.slice(0, 1)))
  await Promise.all(Array.from({ length: 5 }, () => whileMigrating(url, (client) => migrate(client, steps))))
  expect(await schemaOf(url)).toBe(3)
  expect(await runSql(url, 'SELECT * FROM t')).toEqual([{ a: 1, b: 2 }])
})

test('a step that fails leaves everything as it was, and the lock free', async () => {
  const url = await testDatabase()
  const failing = whileMigrating(url, (client) => migrate(client, ['CREATE TABLE t (a integer)', 'not SQL']))
  await expect(failing).rejects.toThrow('syntax error')
  expect(await runSql(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([])
  await (await openPostgresStore(url)).close()
})

test('a database of schema 2 goes on, and what it held counts as read', async () => {
  const url = await testDatabase()
  await whileMigrating(url, (client) => migrate(client, migrations.slice(0, 2)))
  await runSql(url, "INSERT INTO log VALUES ('ann', 7, '\\x00', 2, '\\x00')")
  await runSql(url, "INSERT INTO device VALUES ('ann', 'desk', 'Desk', '', '\\x00', 0, 0, 5)")
  const store = await openPostgresStore(url)
  const desk = { userId: 'ann', deviceId: 'desk' }
  expect(await store.summary(desk)).toMatchObject({ head: 7, floor: 2, readUpTo: 7, lastReceivedVersion: 5 })
  await store.close()
})

test('an older program refuses a newer database with one line, and changes nothing', async () => {
  const url = await testDatabase()
  await (await openPostgresStore(url)).close()
  await runSql(url, `UPDATE roost_schema SET version = ${migrations.length + 1}`)
  await expect(openPostgresStore(url)).rejects.toThrow(/^DATABASE_URL: The database was written by a newer Roost .*$/)
  expect(await schemaOf(url)).toBe(migrations.length + 1)
})

test('a database that cannot keep every character is refused with one line, and nothing is made in it', async () => {
  const url = await testDatabase('LATIN1')
  await expect(openPostgresStore(url)).rejects.toThrow(
    /^DATABASE_URL: this database is kept in LATIN1, which has not every character; make one with --encoding UTF8$/,
  )
  expect(await runSql(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")).toEqual([])
})

test('commits are synced, whatever weaker the database says', async () => {
  const url = await testDatabase()
  const name = new URL(url).pathname.slice(1)
  const runsWith = async () => {
    const pool = openPool(url, 1)
    try {
      return (await pool.query('SHOW synchronous_commit')).rows[0].synchronous_commit
    } finally {
      await pool.end()
    }
  }
  for (const weaker of ['off', 'local', 'remote_write']) {
    await runSql(url, `ALTER DATABASE ${name} SET synchronous_commit = ${weaker}`)
    expect(await runsWith()).toBe('on')
  }
  await runSql(url, `ALTER DATABASE ${name} SET synchronous_commit = remote_apply`)
  expect(await runsWith()).toBe('remote_apply')
})
