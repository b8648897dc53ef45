import { parseArgs } from 'node:util'
import { type Counts, count } from './counts.ts'
import type { Event } from './history/event.ts'
import { explain, judge } from './judge.ts'
import { plantedBugs } from './planted/planted-bugs.ts'
import { operationsOf, type RunOptions } from './run.ts'

const USAGE = `npm run simulate -- [options]

  --seed S        the world to run; with --seeds or --messages the first of S, S+1, S+2 …   (default: a fresh one)
  --steps N       operations in each world   (default 200)
  --seeds N       this many worlds   (default 1)
  --messages N    go on until so many messages were committed …
  --crashes N     … and the mother has crashed so often
  --burst N       so many times as many messages in each burst   (default 1)
  --minutes N     stop after so long, whatever is reached   (default 60)
  --bug NAME    with a classic bug in it: ${Object.keys(plantedBugs).join(', ')}
  --only IDS      only these operations of the seed, as a shortened failure prints them`

const text = { type: 'string' } as const
const options = {
  seed: text,
  steps: text,
  seeds: text,
  messages: text,
  crashes: text,
  burst: text,
  minutes: text,
  bug: text,
  only: text,
  help: { type: 'boolean' },
} as const

process.exitCode = await main()

async function main(): Promise<number> {
  const given = parseArgs({ options }).values
  if (given.help) {
    console.log(USAGE)
    return 0
  }
  const number = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text))
  const planted = given.bug === undefined ? undefined : plantedBugs[given.bug]
  if (given.bug !== undefined && !planted) throw new Error(`there is no bug ${given.bug}`)
  const first = given.seed ?? String(Math.floor(Math.random() * 1e9))
  const steps = number(given.steps, 200)
  const wanted = { messages: number(given.messages, 0), crashes: number(given.crashes, 0) }
  const seeds = number(given.seeds, wanted.messages + wanted.crashes > 0 ? Number.POSITIVE_INFINITY : 1)
  const begun = Date.now()
  const until = begun + number(given.minutes, 60) * 60_000

  const counts: Counts = {}
  const reached = () => (counts.messages ?? 0) >= wanted.messages && (counts.crashes ?? 0) >= wanted.crashes
  const isOpen = seeds === Number.POSITIVE_INFINITY
  let done = 0
  while (done < seeds && Date.now() < until && !(isOpen && reached())) {
    const seed = done === 0 ? first : next(first, done)
    const listen = (event: Event) => count(counts, event)
    const run: RunOptions = { seed, steps, listen, burst: number(given.burst, 1), ...(planted && { bug: planted.bug }) }
    const only = given.only?.split(',').map(Number)
    if (only) run.operations = operationsOf(seed, steps).filter((it) => only.includes(it.id))
    const { violations, hash, lasted } = await judge(run)
    done++
    counts['simulated minutes'] = (counts['simulated minutes'] ?? 0) + Math.round(lasted / 60_000)
    if (!isOpen || violations.length > 0) console.log(`seed ${seed}: history ${hash}, ${violations.length} violations`)
    if (violations.length > 0) {
      console.log(await explain(run, violations, given.bug))
      return 1
    }
    if (isOpen && done % 100 === 0) console.log(`${done} seeds, ${counts.messages} messages, ${counts.crashes} crashes`)
  }
  console.log(`${done} seeds from ${first}, ${((Date.now() - begun) / 1000).toFixed(0)} s: every promise held.`)
  for (const [name, count] of Object.entries(counts).sort()) console.log(`  ${count.toLocaleString('en')} ${name}`)
  if (isOpen && !reached()) console.log('Stopped by the clock before all was reached.')
  return 0
}

function next(first: string, by: number): string {
  return /^\d+$/.test(first) ? String(Number(first) + by) : `${first} ${by}`
}
