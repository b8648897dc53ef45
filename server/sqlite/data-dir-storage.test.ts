import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/ports/store-contract/kit.ts'
import { createDataDirStorage } from './data-dir-storage.ts'
import { openSqliteStore, type SqliteStore } from './open-sqlite-store.ts'

/** Whether its writer thread is up. A thread takes far longer than the turn of the event loop that this waits for. */
const isUp = ({ canWrite }: SqliteStore) => Promise.race([canWrite.then(() => true), nextTurn(false)])

// Otherwise the first sender after the ready line would wait for the thread to start.
test('a server is not ready before its writer is', async () => {
  const storage = createDataDirStorage(
    { dataDir: await temporaryFolder(), authSecret: undefined, vapidKey: undefined, binDays: 0 },
    'exclusive',
  )
  const store = (await storage.openStore()) as SqliteStore
  expect(await isUp(store)).toBe(true)
  await store.close()
  storage.release()

  const unready = openSqliteStore(`${await temporaryFolder()}/roost.db`)
  expect(await isUp(unready)).toBe(false)
  await unready.close()
})
