import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Credentials } from '../../lib/protocol/device.ts'
import { limits } from '../../lib/protocol/limits.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import { createMother } from '../../server/core/create-mother.ts'
import { createInProcessBus } from '../../server/core/in-process-bus.ts'
import type { Caller, Mother } from '../../server/core/mother.ts'
import type { Store } from '../../server/core/ports/store.ts'
import { openSqliteStore } from '../../server/sqlite/open-sqlite-store.ts'
import { contentOf } from './content.ts'

export interface TemporaryDir extends Disposable {
  dir: string
}

/** Removed with everything in it when disposed of. */
export function temporaryDir(): TemporaryDir {
  const dir = mkdtempSync(join(tmpdir(), 'roost-bench-'))
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) }
}

export const databaseIn = (dataDir: string) => join(dataDir, 'roost.db')

/** The real mother on the database of a data directory, in this process: to fill it before a server opens it. */
export const openMother = (dataDir: string): Mother => motherOn(openSqliteStore(databaseIn(dataDir)))

export function motherOn(store: Store, now = Date.now): Mother {
  const onError = (error: unknown) => {
    throw error
  }
  const bus = createInProcessBus(onError)
  return createMother({ store, bus, now, randomBytes, baseUrl: () => 'http://127.0.0.1', onError })
}

/** Devices of a user who has no account to sign in to: their tokens are enough. */
export async function makeDevices(mother: Mother, userId: string, count: number): Promise<Credentials[]> {
  return Promise.all(Array.from({ length: count }, (_, n) => mother.createDevice(userId, { name: `device ${n}` })))
}

export async function sendMany(mother: Mother, from: Caller, count: number, receiverDeviceId: string = ALL) {
  for (let sent = 0; sent < count; sent += limits.sendItems) {
    const messages = Array.from({ length: Math.min(limits.sendItems, count - sent) }, (_, n) => ({
      messageId: randomUUID(),
      receiverDeviceId,
      content: contentOf(sent + n),
    }))
    const { results } = await mother.send(from, { messages })
    if (!results.every((it) => it.ok)) throw new Error(`refused: ${JSON.stringify(results.find((it) => !it.ok))}`)
  }
}
