import { parseArgs } from 'node:util'
import { clusterSetup, sqliteSetup } from '../parts/setup.ts'
import { figure } from '../table.ts'
import { operationCosts } from './operation-costs.ts'

/** Prints what each operation costs a server: docs/scale.md counts with these figures. */

const USAGE = `npm run load:costs -- [options]

  --nodes       on the PostgreSQL of TEST_DATABASE_URL and the Redis of TEST_REDIS_URL, which have to be on this machine and used by
                nothing else: what the node, PostgreSQL and Redis spend, each by itself   (default: SQLite)
  --only A,B    only those whose name contains one of these
  --scale S     0.1: a tenth of everything, to see that it runs   (default 1)`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const { values: given } = parseArgs({ options: { scale: text, only: text, nodes: flag, help: flag } })

if (given.help) console.log(USAGE)
else {
  const wanted = given.only?.split(',') ?? ['']
  for (const { what, measure } of operationCosts(Number(given.scale ?? 1))) {
    if (!wanted.some((it) => what.includes(it))) continue
    await using setup = given.nodes ? await clusterSetup() : sqliteSetup()
    const costs = await measure(setup)
    const parts = Object.entries(costs).map(([unit, value]) => `${figure(value)} ${unit}`)
    console.log(`${what.padEnd(48)}  ${parts.join(', ')}`)
  }
}
