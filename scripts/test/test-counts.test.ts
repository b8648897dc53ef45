import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { add, closingLine, playwrightCounts, vitestCounts } from './test-counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'roost-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

const vitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [] as object[],
}

test('passed, failed and skipped tests are counted', () => {
  expect(vitestCounts(report(vitest), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 })
  const stats = { expected: 7, unexpected: 2, flaky: 1, skipped: 3 }
  expect(playwrightCounts(report({ stats }), 1)).toEqual({ passed: 7, failed: 3, skipped: 3 })
})

test('a file that cannot be loaded is a failure', () => {
  const testResults = [{ status: 'failed', assertionResults: [] }]
  expect(vitestCounts(report({ ...vitest, testResults }), 1)).toMatchObject({ passed: 5, failed: 1 })
})

test('a runner that fails is a failure, also without a failed test or a report', () => {
  expect(vitestCounts(report(vitest), 1)).toMatchObject({ failed: 1 })
  expect(playwrightCounts(join(folder, 'none.json'), 1)).toMatchObject({ passed: 0, failed: 1 })
})

test('the closing line sums up, and names skipped tests only when there are some', () => {
  const counts = add({ passed: 2, failed: 0, skipped: 0 }, { passed: 3, failed: 1, skipped: 0 })
  expect(closingLine(counts)).toBe('5 passed, 1 failed')
  expect(closingLine({ ...counts, skipped: 2 })).toBe('5 passed, 1 failed, 2 skipped')
})
