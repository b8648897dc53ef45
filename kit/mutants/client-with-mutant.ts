import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { deviceScenarios } from '../device/scenarios/all.ts'
import { choose, runChecks } from '../judge/run-checks.ts'
import type { Verdict } from '../judge/verdict.ts'
import type { Mutant } from './mutant.ts'

const root = resolve(import.meta.dirname, '../..')

/** Runs the check of a mutant against a copy of the example in Python, with the bug in it or without. */
export async function judgeClientMutant(
  { file, find, replace, check }: Mutant,
  planted: boolean,
  patienceMs: number,
): Promise<Verdict | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'roost-kit-mutant-'))
  try {
    cpSync(join(root, 'examples/python'), folder, { recursive: true })
    const source = readFileSync(join(root, file), 'utf8')
    if (source.split(find).length !== 2) throw new Error(`${file} has not got it once: ${find}`)
    if (planted)
      writeFileSync(
        join(folder, 'roost_device.py'),
        source.replace(find, () => replace),
      )
    const tested = { command: ['python3', join(folder, 'kit_driver.py')], patienceMs }
    return (await runChecks(choose(deviceScenarios, [check]), tested))[0]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
