import { onTestFinished } from 'vitest'
import { testDatabase } from '../../tests/kit/postgres/test-database.ts'
import { openPostgresAccounts } from '../postgres/accounts.ts'
import { openPostgresStore } from '../postgres/open-postgres-store.ts'
import { deletedMeanwhileContract } from './deleted-meanwhile.contract.ts'

deletedMeanwhileContract(async () => {
  const url = await testDatabase()
  const store = await openPostgresStore(url)
  onTestFinished(() => store.close())
  return { store, accounts: openPostgresAccounts(url) }
})
