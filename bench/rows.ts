import type { Row } from './row.ts'
import { fanOut } from './rows/fan-out.ts'
import { growth } from './rows/growth.ts'
import { memory } from './rows/memory.ts'
import { reading } from './rows/reading.ts'
import { sends } from './rows/sends.ts'
import { storm } from './rows/storm.ts'

/** In the order of the table. Nothing here depends on anything else here. */
export const rows: readonly Row[] = [sends, fanOut, reading, growth, storm, memory]
