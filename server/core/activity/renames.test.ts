import { join } from 'node:path'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'
import { temporaryFolder } from '../ports/store-contract/kit.ts'
import { renamesContract } from './renames.contract.ts'

renamesContract(async () => {
  const file = join(await temporaryFolder(), 'roost.db')
  return { open: async () => openSqliteStore(file) }
})
