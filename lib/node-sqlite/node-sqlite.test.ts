import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { deviceStoreContract } from '../storage/contract/device-store.contract.ts'
import { SELF } from '../storage/contract/fixtures.ts'
import { type DeviceDatabase, openDeviceDatabase } from './device-database.ts'
import { storeOn } from './open.ts'

const open: DeviceDatabase[] = []
const directory = mkdtempSync(join(tmpdir(), 'roost-node-sqlite-'))
let count = 0

afterAll(() => {
  for (const database of open) database.close()
  rmSync(directory, { recursive: true })
})

deviceStoreContract('node:sqlite', () => {
  const database = openDeviceDatabase(join(directory, String(++count)), SELF)
  // Durability has tests of its own (open.test.ts); without the syncs these thousands of commits take a tenth of the time.
  database.db.exec('PRAGMA synchronous = OFF')
  open.push(database)
  return {
    open: async () => storeOn(SELF, database),
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
