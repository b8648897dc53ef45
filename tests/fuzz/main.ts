import { parseArgs } from 'node:util'
import { fuzz } from './run.ts'

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
    hasty: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '60' },
  },
})

const inputs = Number(values.inputs)
const seed = Number(values.seed)
console.log(`${inputs} inputs, seed ${seed}`)
const began = performance.now()
let said = 0
const report = await fuzz({
  inputs,
  seed,
  atOnce: 24,
  slow: 20,
  waitForSlow: !values.hasty,
  atMostMs: Number(values.minutes) * 60_000,
  onProgress(done) {
    if (done < said + inputs / 20) return
    said = done
    console.log(`${done} after ${Math.round((performance.now() - began) / 1000)} s`)
  },
})
console.log(JSON.stringify(report, null, 2))
console.log(report.findings.length === 0 ? 'Nothing was found.' : `Found: ${report.findings.join('\n')}`)
process.exitCode = report.findings.length === 0 ? 0 : 1
