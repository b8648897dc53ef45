import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../core/ports/store-contract/kit.ts'
import { createDataDirStorage } from './data-dir-storage.ts'
import { openSqliteStore, type SqliteStore } from './open-sqlite-store.ts'

/** Whether its writer has come up; a thread takes far more than the turn of the loop that this waits for. */
const isUp = ({ canWrite }: SqliteStore) => Promise.race([canWrite.then(() => true), nextTurn(false)])

// The first who sent something to a server that had just said it was ready waited for as long as a thread takes to come up.
test('a server is not ready before its writer is', async () => {
  const storage = createDataDirStorage({ dataDir: await temporaryFolder(), authSecret: undefined }, 'exclusive')
  const store = (await storage.openStore()) as SqliteStore
  expect(await isUp(store)).toBe(true)
  await store.close()
  storage.release()

  const unready = openSqliteStore(`${await temporaryFolder()}/roost.db`)
  expect(await isUp(unready)).toBe(false)
  await unready.close()
})
