import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Client } from 'pg'
import { createAuth } from '../../auth/auth.ts'
import { openDataDir } from '../../config/data-dir.ts'
import { lockDataDir } from '../../config/data-lock.ts'
import { moveMarkerFile, readMoveMarker, writeMoveMarker } from '../../config/move-marker.ts'
import { createLog } from '../../core/ports/log.ts'
import type { Epochs } from '../../core/ports/store.ts'
import { openPostgresAccounts } from '../../postgres/accounts.ts'
import { requireSuitable } from '../../postgres/connection/pool.ts'
import { whileMigrating } from '../../postgres/database/migrate.ts'
import { endMove } from '../../postgres/database/unfinished-move.ts'
import { openSqliteAccounts } from '../../sqlite/accounts.ts'
import { openDatabase } from '../../sqlite/database/open-database.ts'
import { type Counts, compareAll } from './compare.ts'
import { copyAll } from './copy.ts'
import { takeTarget } from './take-target.ts'

/**
 * Copies the Roost in a data directory into an empty PostgreSQL database and compares the two. It may be killed at any point
 * and called again. No server runs on either side meanwhile; afterwards servers run on PostgreSQL only.
 * @throws Error with one line for the operator.
 */
export async function move(dataDir: string, databaseUrl: string): Promise<Counts> {
  const file = join(dataDir, 'roost.db')
  if (!existsSync(file)) throw new Error(`There is nothing to move: ${file} is not there`)
  const unlock = lockDataDir(openDataDir(dataDir))
  const db = openDatabase(file)
  try {
    const target = await whileMigrating(databaseUrl, async (client) => {
      await requireSuitable(client)
      return takeTarget(client, file, () => refuseMovedElsewhere(dataDir))
    })
    await makeAccountTables(file, databaseUrl)
    return await whileMigrating(databaseUrl, async (client) => {
      await requireSuitable(client)
      const counts = await copyAndCompare(db, client, target)
      // In this order: there is no moment at which both sides could serve.
      writeMoveMarker(dataDir, databaseUrl)
      await endMove(client)
      return counts
    })
  } finally {
    db.close()
    unlock()
  }
}

/** A second copy would be a second history of the same messages. @throws Error. */
function refuseMovedElsewhere(dataDir: string): void {
  const there = readMoveMarker(dataDir)
  if (there === null) return
  throw new Error(
    `DATA_DIR: what was in ${dataDir} has moved to ${there} already; to copy what it was then once more, delete ${moveMarkerFile(dataDir)}`,
  )
}

async function copyAndCompare(db: DatabaseSync, client: Client, target: 'empty' | 'begun'): Promise<Counts> {
  await copyAll(db, client, target === 'empty')
  let compared = await compareAll(db, client)
  if ('differs' in compared && target === 'begun') {
    // A server ran on SQLite after the first try, and changed rows that had been copied.
    await copyAll(db, client, true)
    compared = await compareAll(db, client)
  }
  if ('differs' in compared) throw new Error(`The copy is not the same (${compared.differs}); nothing has moved`)
  return compared.counts
}

const nobodySignsIn = () => Promise.reject(new Error('Accounts are moved while no server runs'))
const noSignIns: Epochs = {
  newestEpoch: nobodySignsIn,
  raiseEpoch: nobodySignsIn,
  endOtherSignIns: nobodySignsIn,
  closeAccount: nobodySignsIn,
  isCurrent: nobodySignsIn,
}

/** Brings the tables of accounts on both sides to the shape that this version of the library wants. */
async function makeAccountTables(file: string, databaseUrl: string): Promise<void> {
  for (const accounts of [openSqliteAccounts(file), openPostgresAccounts(databaseUrl)]) {
    const unused = {
      secret: 'x'.repeat(32),
      baseUrl: 'http://localhost',
      origins: [],
      rateLimit: true,
      epochs: noSignIns,
    }
    const auth = await createAuth({ ...unused, signUp: 'closed', accounts, log: createLog('silent') })
    await auth.close()
  }
}
