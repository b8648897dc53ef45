import type { Verdict } from '../judge/verdict.ts'
import { escapeText } from './markup.ts'

/** JUnit's XML, for CI. A SHOULD that fails is a skipped test with its reason: it does not fail a build. */
export function toJUnit(suite: string, verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter(isFailure).length
  const skipped = verdicts.filter((it) => it.outcome !== 'passed' && !isFailure(it)).length
  const seconds = (ms: number) => (ms / 1_000).toFixed(3)
  const time = seconds(verdicts.reduce((sum, it) => sum + it.ms, 0))
  const head = `name="${escapeText(suite)}" tests="${verdicts.length}" failures="${failed}" skipped="${skipped}" time="${time}"`
  const cases = verdicts.map((it) => {
    const attributes = `classname="${it.id.split('.')[0]}" name="${escapeText(it.id)}" time="${seconds(it.ms)}"`
    const reason = escapeText(`${it.says} ${it.reason ?? ''}`)
    if (it.outcome === 'passed') return `    <testcase ${attributes}/>`
    const child = isFailure(it) ? `<failure message="${reason}"/>` : `<skipped message="${reason}"/>`
    return `    <testcase ${attributes}>${child}</testcase>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...['<testsuites>', `  <testsuite ${head}>`, ...cases, '  </testsuite>', '</testsuites>', ''],
  ].join('\n')
}

const isFailure = ({ outcome, level }: Verdict) => outcome === 'failed' && level === 'MUST'
