import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { openPostgresStore } from '../open-postgres-store.ts'
import { keepUrlIn, urlIn } from './url-in.ts'

/** For the contract: opens the store in the database of this folder, and makes the database the first time. */
export async function openIn(folder: string) {
  if (!existsSync(join(folder, 'database-url'))) keepUrlIn(folder, await testDatabase())
  return openPostgresStore(urlIn(folder), { keepsDeleted: true })
}
