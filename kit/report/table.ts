import type { Verdict } from '../judge/verdict.ts'

const signs = { passed: '✓', failed: '✗', skipped: '–' } as const

/** A line for a terminal, and the reason below it. */
export function lineOf({ outcome, level, id, says, reason }: Verdict): string {
  const line = `${signs[outcome]} ${level.padEnd(6)} ${id}`
  if (outcome === 'passed') return line
  return outcome === 'skipped' ? `${line}\n    skipped: ${reason}` : `${line}\n    ${says}\n    ${reason}`
}

/** The last line: how many passed, failed and were skipped. */
export function countsOf(verdicts: readonly Verdict[]): string {
  const count = (outcome: Verdict['outcome']) => verdicts.filter((it) => it.outcome === outcome).length
  const failed = verdicts.filter((it) => it.outcome === 'failed')
  const must = failed.filter((it) => it.level === 'MUST').length
  const of = failed.length === 0 ? '' : ` (${must} MUST, ${failed.length - must} SHOULD)`
  return `${count('passed')} passed, ${failed.length} failed${of}, ${count('skipped')} skipped`
}
