/** The shape and the records of a device's database, as an older version of the app left them in a browser. */
export interface Frozen {
  version: number
  stores: {
    name: string
    keyPath: string | string[]
    indexes: { name: string; keyPath: string | string[]; unique: boolean }[]
    records: unknown[]
  }[]
}

/**
 * Makes the database again without the storage's code. It uses nothing outside itself, so that a test can run it in a
 * page.
 */
export function thaw({ name, frozen }: { name: string; frozen: Frozen }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, frozen.version)
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, records } of frozen.stores) {
        const store = opening.result.createObjectStore(name, { keyPath })
        for (const { name, keyPath, unique } of indexes) store.createIndex(name, keyPath, { unique })
        for (const record of records) store.put(record)
      }
    }
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
}
