import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../core/ports/store-contract/kit.ts'
import { openSqliteAccounts } from '../sqlite/accounts.ts'
import { openSqliteStore } from '../sqlite/open-sqlite-store.ts'
import { deletedMeanwhileContract } from './deleted-meanwhile.contract.ts'

deletedMeanwhileContract(async () => {
  const file = join(await temporaryFolder(), 'roost.db')
  const store = openSqliteStore(file)
  onTestFinished(() => store.close())
  return { store, accounts: openSqliteAccounts(file) }
})
