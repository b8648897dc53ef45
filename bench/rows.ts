import type { Row } from './row.ts'
import { catchUp } from './rows/catch-up.ts'
import { fanOut } from './rows/fan-out.ts'
import { files } from './rows/files.ts'
import { growth } from './rows/growth.ts'
import { live } from './rows/live.ts'
import { longText } from './rows/long-text.ts'
import { memory } from './rows/memory.ts'
import { nodes } from './rows/nodes.ts'
import { postgres } from './rows/postgres.ts'
import { reading } from './rows/reading.ts'
import { search } from './rows/search.ts'
import { sends } from './rows/sends.ts'
import { size } from './rows/size.ts'
import { sleeping } from './rows/sleeping.ts'
import { start } from './rows/start.ts'
import { storm } from './rows/storm.ts'
import { typing } from './rows/typing.ts'

/** In the order of the table. Nothing here depends on anything else here. */
export const rows: readonly Row[] = [sends, sleeping, fanOut, reading, files, growth, storm, memory]

/** These need the built app and a browser: e2e/bench.spec.ts tries them. */
export const appRows: readonly Row[] = [catchUp, typing, live, search, start, longText, size]

/** These need PostgreSQL and Redis, as the cluster tests do; rows.cluster.test.ts tries them. */
export const clusterRows: readonly Row[] = [postgres, nodes]
