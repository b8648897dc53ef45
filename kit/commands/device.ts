import { deviceScenarios } from '../device/scenarios/all.ts'
import type { TestedClient } from '../device/world.ts'
import { choose, runChecks } from '../judge/run-checks.ts'
import { isGood } from '../judge/verdict.ts'
import { countsOf, lineOf } from '../report/table.ts'
import { type ReportFiles, writeReports } from '../report/write-reports.ts'

export interface DeviceFlags extends ReportFiles {
  only?: string[]
  patience: number
  atOnce: number
}

/** `device -- COMMAND`: answers whether the client follows every MUST. */
export async function testDevice(command: readonly string[], flags: DeviceFlags): Promise<boolean> {
  const tested: TestedClient = { command, patienceMs: flags.patience * 1_000 }
  const checks = choose(deviceScenarios, flags.only ?? [])
  const verdicts = await runChecks(checks, tested, (it) => console.log(lineOf(it)), flags.atOnce)
  console.log(`\n${countsOf(verdicts)}`)
  writeReports(flags, `The client ${command.join(' ')}`, verdicts)
  return isGood(verdicts)
}
