import { expect, test } from 'vitest'
import { runSql } from '../../../tests/kit/postgres/run-sql.ts'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { startServer } from '../../../tests/kit/server/start-server.ts'
import { checkPostgres } from './postgres.ts'

test('PostgreSQL: empty, served from, of a newer program, and not there', async () => {
  const databaseUrl = await testDatabase()
  const look = (url = databaseUrl, at = Date.now()) => checkPostgres(url, 90, () => at)()
  expect(await look()).toMatchObject([
    { state: 'ok', says: expect.stringMatching(/^PostgreSQL \d.+ the first start makes/) },
  ])
  await using server = await startServer({ databaseUrl, authSecret: 'x'.repeat(32), dataDir: '/nowhere' })
  await expect
    .poll(() => look())
    .toMatchObject([
      { state: 'ok', says: expect.stringMatching(/ MB, schema \d+$/) },
      { state: 'ok', part: 'clock' },
    ])
  expect(await look(databaseUrl, Date.now() - 3_600_000)).toMatchObject([{}, { state: 'warn', part: 'clock' }])
  expect(server.port).toBeGreaterThan(0)
  await runSql(databaseUrl, 'UPDATE roost_schema SET version = 9999')
  expect(await look()).toMatchObject([{ state: 'bad', says: expect.stringMatching(/newer Roost/) }])
  const [gone] = await look('postgres://nobody:hidden@127.0.0.1:1/none')
  expect(gone).toMatchObject({ state: 'bad', says: expect.stringMatching(/ECONNREFUSED/) })
  expect(gone?.says).not.toContain('hidden')
})

test('a database that cannot keep every character is bad, even when it is empty', async () => {
  const [found] = await checkPostgres(await testDatabase('LATIN1'), 0, Date.now)()
  expect(found).toMatchObject({ state: 'bad', says: expect.stringMatching(/kept in LATIN1/) })
})
