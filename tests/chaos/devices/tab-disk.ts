import type { Page } from 'playwright'
import { databaseOf } from '../../../e2e/fixtures/stored-messages.ts'
import { orphanShape, type StoredOrphan, storeNameOf } from '../../../lib/indexed-db/on-disk.ts'
import { createStoredRecorder } from '../../simulation/device/stored-recorder.ts'
import type { StoredChange } from '../../simulation/history/event.ts'

/** Reads a tab's database without the app, as if one transaction had written all of it. */
export async function readTabDisk(page: Page, deviceId: string): Promise<Omit<StoredChange, 'batches'>> {
  const tables = ['meta', 'pages', 'outbox', 'orphans'] as const
  const rows = await page.evaluate(
    async ({ name, stores }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      try {
        const transaction = db.transaction(stores)
        return await Promise.all(
          stores.map(
            (store) =>
              new Promise<unknown[]>((resolve, reject) => {
                const request = transaction.objectStore(store).getAll()
                request.onsuccess = () => resolve(request.result)
                request.onerror = () => reject(request.error)
              }),
          ),
        )
      } finally {
        db.close()
      }
    },
    { name: databaseOf(deviceId), stores: tables.map((table) => storeNameOf[table]) },
  )
  const puts = tables.flatMap((table, i) =>
    (rows[i] ?? []).map((row) => {
      const value = table === 'orphans' ? orphanShape.fromDisk(row as StoredOrphan) : row
      return { table, type: 'put' as const, value, again: () => {} }
    }),
  )
  return createStoredRecorder().read(puts)
}
