import 'fake-indexeddb/auto'
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { deviceStoreContract } from '../storage/contract/device-store.contract.ts'
import { SELF } from '../storage/contract/fixtures.ts'
import { storeNameOf } from './on-disk.ts'
import { openIndexedDbStore } from './open.ts'

deviceStoreContract('IndexedDB', () => {
  globalThis.indexedDB = new IDBFactory()
  return {
    open: () => openIndexedDbStore(SELF),
    failPut(name, error) {
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...args) {
        if (this.name !== storeNameOf[name]) return put.apply(this, args)
        IDBObjectStore.prototype.put = put
        throw error
      }
    },
  }
})
