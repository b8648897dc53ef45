import { fileURLToPath } from 'node:url'
import { storeContract } from '../core/ports/store.contract.ts'
import { openIn } from './testing/open-in.ts'

storeContract('postgres', openIn, fileURLToPath(new URL('./testing/kill-writer.ts', import.meta.url)))
