import { deviceStoreContract } from '../storage/contract/device-store.contract.ts'
import { SELF } from '../storage/contract/fixtures.ts'
import { createMemoryDatabase, openMemoryStore } from './memory.ts'

deviceStoreContract('memory', () => {
  const database = createMemoryDatabase()
  return {
    open: async () => openMemoryStore(SELF, database),
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
