import { expect, test } from 'vitest'
import { isGood, type Verdict } from '../judge/verdict.ts'
import { toHtml } from './html.ts'
import { toJUnit } from './junit.ts'
import { countsOf, lineOf } from './table.ts'

const verdict = (more: Partial<Verdict>): Verdict => ({
  ...{ id: 'P1.a', level: 'MUST', says: 'It <does> & "is".', outcome: 'passed', ms: 12 },
  ...more,
})
const verdicts = [
  verdict({}),
  verdict({ id: 'P1.b', outcome: 'failed', reason: 'expected "a\u0000", got \ud800<b>' }),
  verdict({ id: 'P2.c', outcome: 'failed', level: 'SHOULD', reason: 'late' }),
  verdict({ id: 'HTTP.d', outcome: 'skipped', reason: 'no such feature' }),
]

test('a MUST that failed makes it bad, a SHOULD does not', () => {
  expect(isGood(verdicts)).toBe(false)
  expect(isGood(verdicts.filter((it) => it.id !== 'P1.b'))).toBe(true)
  expect(countsOf(verdicts)).toBe('1 passed, 2 failed (1 MUST, 1 SHOULD), 1 skipped')
  expect(verdicts.map(lineOf)).toEqual([
    '✓ MUST   P1.a',
    '✗ MUST   P1.b\n    It <does> & "is".\n    expected "a\u0000", got \ud800<b>',
    '✗ SHOULD P2.c\n    It <does> & "is".\n    late',
    '– MUST   HTTP.d\n    skipped: no such feature',
  ])
})

test('JUnit counts a MUST as a failure and a SHOULD as skipped, in well-formed XML', () => {
  const xml = toJUnit('a server', verdicts)
  expect(xml).toContain('<testsuite name="a server" tests="4" failures="1" skipped="2" time="0.048">')
  expect(xml).toContain('<testcase classname="P1" name="P1.a" time="0.012"/>')
  const reason = 'It &lt;does&gt; &amp; &quot;is&quot;. expected &quot;a\ufffd&quot;, got \ufffd&lt;b&gt;'
  expect(xml).toContain(`<failure message="${reason}"/>`)
  expect(xml).toContain('late"/>')
})

test('the page for people groups by promise and escapes what a server said', () => {
  const html = toHtml('A <server>', verdicts, new Date('2026-11-28T10:00:00Z'))
  expect(html.match(/<h2>.*?<\/h2>/g)).toEqual(['<h2>Promise 1</h2>', '<h2>Promise 2</h2>', '<h2>HTTP</h2>'])
  expect(html).toContain('A &lt;server&gt;')
  expect(html).toContain('got \ufffd&lt;b&gt;')
  expect(html).toContain('2026-11-28 10:00 UTC')
})
