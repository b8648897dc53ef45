import { writeForever } from '../../core/ports/store-contract/write-forever.ts'
import { openPostgresStore } from '../open-postgres-store.ts'
import { urlIn } from './url-in.ts'

await writeForever(await openPostgresStore(urlIn(process.argv[2] ?? '')))
