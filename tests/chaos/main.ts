import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../scripts/build.mjs'
import { ensureBrowser } from '../../scripts/test/browser.mjs'
import { chaos } from './run.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
    minutes: { type: 'string', default: '2' },
    quiet: { type: 'boolean', default: false },
  },
})
const { seed, minutes, quiet } = values
process.env.ROOST_CHROMIUM = await ensureBrowser()
await buildIfStale()
console.log(`Seed ${seed}, ${minutes} minutes`)
const began = performance.now()
const verdict = await chaos({
  seed,
  ms: Number(minutes) * 60_000,
  settleMs: 120_000,
  note: (line) => quiet || console.log(line),
})
const { violations, settled, counts, faults, settledInMs, dataDir, events } = verdict
console.table(faults)
console.table(counts)
for (const { name, problem } of settled) console.log(`${name}: ${problem ?? 'in step'}`)
console.log(
  `In step after ${(settledInMs / 1000).toFixed(1)} s; ${Math.round((performance.now() - began) / 1000)} s in all.`,
)
for (const { promise, at, message } of violations.slice(0, 20)) {
  console.log(`Promise ${promise} at ${(at / 1000).toFixed(1)} s: ${message}`)
}
if (violations.length === 0) console.log(`Seed ${seed}: everything held.`)
else {
  const file = join(dataDir, 'history.jsonl')
  writeFileSync(file, events.map((it) => `${JSON.stringify(it)}\n`).join(''))
  console.log(`Seed ${seed}: ${violations.length} violations. The server's data and ${file} were kept.`)
}
process.exitCode = violations.length === 0 ? 0 : 1
