import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { requireServers } from '../scripts/test/cluster-servers.mjs'
import { type Judged, judge } from './judge.ts'
import { type Measured, measure } from './measure.ts'
import type { Size } from './row.ts'
import { appRows, clusterRows, rows as serverRows } from './rows.ts'
import { table } from './table.ts'

const USAGE = `npm run bench -- [options]

  --rows A,B     only these   (default: all)
  --rounds N     rounds after the one that warms up   (default 5)
  --size SIZE    tiny: only to see that it runs; full; huge: with ten million messages, too   (default full)
  --json FILE    where the figures go   (default .bench/<time>.json)
  --list         what there is
  --help`

const text = { type: 'string' } as const
const flag = { type: 'boolean' } as const
const options = { rows: text, rounds: text, size: text, json: text, list: flag, help: flag } as const

const rows = [...serverRows, ...appRows, ...clusterRows]

await main()

async function main(): Promise<void> {
  const given = parseArgs({ options }).values
  if (given.help) return console.log(USAGE)
  if (given.list) return console.log(rows.map((it) => `${it.id.padEnd(12)} ${it.work}`).join('\n'))

  const wanted = given.rows?.split(',') ?? (await allThatCanRun())
  const unknown = wanted.filter((id) => !rows.some((row) => row.id === id))
  if (unknown.length > 0) throw new Error(`there is no row ${unknown.join(', ')}; --list names them`)
  const rounds = Number(given.rounds ?? 5)
  const size = (given.size ?? 'full') as Size

  const judged: Judged[] = []
  const measured: Record<string, Measured> = {}
  for (const row of rows.filter((it) => wanted.includes(it.id))) {
    const note = (what: string) => console.error(`${row.id}: ${what}`)
    note('getting ready')
    measured[row.id] = await measure(row, { rounds, size, onSide: (round, side) => note(`${round}/${rounds} ${side}`) })
    judged.push(...judge(row, measured[row.id] as Measured))
  }
  console.log(table(judged))

  const at = new Date().toISOString()
  const file = given.json ?? `.bench/${at.replaceAll(':', '-')}.json`
  mkdirSync(dirname(file), { recursive: true })
  const machine = { node: process.version, platform: process.platform, arch: process.arch }
  writeFileSync(file, `${JSON.stringify({ at, machine, size, rounds, lines: judged, measured }, null, 2)}\n`)
  console.log(`\nEvery round stands in ${file}`)
}

async function allThatCanRun(): Promise<string[]> {
  try {
    await requireServers()
    return rows.map((it) => it.id)
  } catch (error) {
    console.error(
      `Left out: ${clusterRows.map((it) => it.id).join(', ')}. ${error instanceof Error ? error.message : error}`,
    )
    return [...serverRows, ...appRows].map((it) => it.id)
  }
}
