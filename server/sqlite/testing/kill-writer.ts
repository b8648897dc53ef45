import { join } from 'node:path'
import { writeForever } from '../../core/ports/store-contract/write-forever.ts'
import { openSqliteStore } from '../open-sqlite-store.ts'

await writeForever(openSqliteStore(join(process.argv[2] ?? '', 'roost.db')))
