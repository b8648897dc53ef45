import { expect, test } from 'vitest'
import { runSql } from './run-sql.ts'
import { testDatabase } from './test-database.ts'

test('each test has a database of its own, on a server that keeps what it has committed', async () => {
  const [one, other] = [await testDatabase(), await testDatabase()]
  await runSql(one, 'CREATE TABLE only_here (n integer)')
  await expect(runSql(other, 'SELECT * FROM only_here')).rejects.toThrow('does not exist')
  expect(await runSql(one, "SELECT current_setting('fsync') AS fsync")).toEqual([{ fsync: 'on' }])
})
