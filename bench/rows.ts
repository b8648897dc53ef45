import type { Row } from './row.ts'
import { reading } from './rows/reading.ts'

/** In the order of the table. Nothing here depends on anything else here. */
export const rows: readonly Row[] = [reading]
