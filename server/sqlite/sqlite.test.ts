import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { storeContract } from '../core/ports/store.contract.ts'
import { openSqliteStore } from './open-sqlite-store.ts'

storeContract(
  'sqlite',
  (folder) => openSqliteStore(join(folder, 'roost.db'), { keepsDeleted: true }),
  fileURLToPath(new URL('./testing/kill-writer.ts', import.meta.url)),
)
