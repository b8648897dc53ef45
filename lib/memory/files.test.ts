import { fileStoreContract } from '../files/contract/file-store.contract.ts'
import { createMemoryFiles, openMemoryFiles } from './files.ts'

fileStoreContract('memory', () => {
  const held = createMemoryFiles()
  return async () => openMemoryFiles(held)
})
