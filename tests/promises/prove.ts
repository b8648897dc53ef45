import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Break, proofs } from './promises.ts'

// Breaks each promise on purpose, in a copy, and expects its test to fail: a test that cannot fail proves nothing.

const root = fileURLToPath(new URL('../..', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'roost-broken-'))

const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
for (const file of listed.stdout.split('\n').filter(Boolean)) {
  mkdirSync(dirname(join(copy, file)), { recursive: true })
  cpSync(join(root, file), join(copy, file))
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))

/** A contract is a function that the tests of each store call; vitest is given those tests. */
const runs: Record<string, string> = { 'server/core/ports/store-contract/': 'server/', 'lib/storage/contract/': 'lib/' }

function fails({ file, name }: Break['caughtBy']): 'fails' | 'passes' | 'is not there' {
  const folder = Object.entries(runs).find(([prefix]) => file.startsWith(prefix))?.[1]
  const pattern = name
    .replace(/\$\{\w+\}/g, '\0')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('\0', '.*')
  const report = join(copy, 'report.json')
  const args = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    folder ?? file,
    '-t',
    pattern,
    '--reporter=json',
    `--outputFile=${report}`,
  ]
  spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], { cwd: copy, stdio: 'ignore' })
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(report, 'utf8'))
  rmSync(report)
  if (numFailedTests > 0) return 'fails'
  return numPassedTests > 0 ? 'passes' : 'is not there'
}

/** A name that does not exist ends the code with an error of its own, and breaks no promise. */
function namesMissing(file: string): boolean {
  const { stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit'], {
    cwd: copy,
    encoding: 'utf8',
  })
  return stdout.split('\n').some((line) => line.startsWith(file) && /error TS(2304|2552)/.test(line))
}

let passed = 0
let failed = 0
try {
  for (const { promise, breaks } of proofs) {
    for (const { what, file, find, replace, caughtBy } of breaks) {
      const path = join(copy, file)
      const whole = readFileSync(path, 'utf8')
      const before = fails(caughtBy)
      writeFileSync(
        path,
        whole.replace(find, () => replace),
      )
      const after = !whole.includes(find) || namesMissing(file) ? 'is not broken' : fails(caughtBy)
      writeFileSync(path, whole)
      const proved = before === 'passes' && after === 'fails'
      if (proved) passed++
      else failed++
      console.log(`${proved ? '✓' : '✗'} ${promise}: ${what}: the test ${before}, and ${after} when broken`)
      console.log(`     ${caughtBy.file}: ${caughtBy.name}`)
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
