import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { openDatabase } from './open-database.ts'

async function fileOf(statements: string) {
  const file = join(await temporaryFolder(), 'roost.db')
  const db = new DatabaseSync(file)
  db.exec(statements)
  db.close()
  return file
}

const TABLE = 'CREATE TABLE bookmark (url TEXT);'

test.each([
  ['another program', TABLE],
  ['another program that counts its schemas as we do', `${TABLE} PRAGMA user_version = 2`],
  ['another program that is far ahead', `${TABLE} PRAGMA user_version = 40`],
  ['another program with a table of our name', 'CREATE TABLE message (text TEXT)'],
])('a database of %s is refused with one line that names it, and stays as it was', async (_name, statements) => {
  const file = await fileOf(statements)
  const before = readFileSync(file)
  expect(() => openDatabase(file)).toThrow(
    new Error(`${file}: not a database of Roost. Move it away, or set another DATA_DIR`),
  )
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('so is a file that is no database', async () => {
  const file = join(await temporaryFolder(), 'roost.db')
  writeFileSync(file, 'Dear diary, '.repeat(1_000))
  expect(() => openDatabase(file)).toThrow(
    /roost\.db: not a database of Roost\. Move it away, or set another DATA_DIR$/,
  )
})

test('an empty file becomes ours', async () => {
  const file = join(await temporaryFolder(), 'roost.db')
  writeFileSync(file, '')
  openDatabase(file).close()
  openDatabase(file).close()
})
