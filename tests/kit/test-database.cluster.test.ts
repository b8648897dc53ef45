import { expect, test } from 'vitest'
import { asked } from './asked.ts'
import { testDatabase } from './test-database.ts'

test('each test has a database of its own, on a server that keeps what it has committed', async () => {
  const [one, other] = [await testDatabase(), await testDatabase()]
  await asked(one, 'CREATE TABLE only_here (n integer)')
  await expect(asked(other, 'SELECT * FROM only_here')).rejects.toThrow('does not exist')
  expect(await asked(one, "SELECT current_setting('fsync') AS fsync")).toEqual([{ fsync: 'on' }])
})
