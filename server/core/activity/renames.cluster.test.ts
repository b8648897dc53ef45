import { testDatabase } from '../../../tests/kit/postgres/test-database.ts'
import { openPostgresStore } from '../../postgres/open-postgres-store.ts'
import { renamesContract } from './renames.contract.ts'

renamesContract(async () => {
  const url = await testDatabase()
  return { open: () => openPostgresStore(url) }
})
