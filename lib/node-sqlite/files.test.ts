import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { fileStoreContract } from '../files/contract/file-store.contract.ts'
import { type DeviceDatabase, openDeviceDatabase } from './device-database.ts'
import { filesOn } from './files.ts'

const open: DeviceDatabase[] = []
const directory = mkdtempSync(join(tmpdir(), 'roost-node-files-'))

afterAll(() => {
  for (const database of open) database.close()
  rmSync(directory, { recursive: true })
})

fileStoreContract('node:sqlite', () => {
  const database = openDeviceDatabase(join(directory, String(open.length)), 'device')
  open.push(database)
  return async () => filesOn(database)
})
