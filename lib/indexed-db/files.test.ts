import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { fileStoreContract } from '../files/contract/file-store.contract.ts'
import { openIndexedDbFiles } from './files.ts'

fileStoreContract('IndexedDB', () => {
  globalThis.indexedDB = new IDBFactory()
  return () => openIndexedDbFiles('device')
})
