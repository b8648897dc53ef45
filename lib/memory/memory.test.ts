import { cacheContract } from '../storage/contract/device-store.contract.ts'
import { SELF } from '../storage/contract/fixtures.ts'
import { createMemoryDatabase, openMemoryCache } from './memory.ts'

cacheContract('memory', () => {
  const database = createMemoryDatabase()
  return {
    open: async () => openMemoryCache(SELF, database),
    failPut(name, error) {
      const table = database.tables[name]
      const { put } = table
      table.put = () => {
        table.put = put
        throw error
      }
    },
  }
})
