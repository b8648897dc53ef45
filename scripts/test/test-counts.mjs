import { existsSync, readFileSync } from 'node:fs'

/**
 * Counts from vitest's JSON report. A file that could not be loaded counts as one failure.
 * @param {string} report
 * @param {number} exitCode
 */
export function vitestCounts(report, exitCode) {
  const json = read(report)
  if (!json) return blamed({ passed: 0, failed: 0, skipped: 0 }, exitCode)
  const broken = json.testResults.filter((it) => it.status === 'failed' && it.assertionResults.every(notFailed))
  const counts = {
    passed: json.numPassedTests,
    failed: json.numFailedTests + broken.length,
    skipped: json.numPendingTests + json.numTodoTests,
  }
  return blamed(counts, exitCode)
}

/** Counts from Playwright's JSON report; a flaky test counts as failed. */
export function playwrightCounts(report, exitCode) {
  const json = read(report)
  if (!json) return blamed({ passed: 0, failed: 0, skipped: 0 }, exitCode)
  const { expected, unexpected, flaky, skipped } = json.stats
  return blamed({ passed: expected, failed: unexpected + flaky, skipped }, exitCode)
}

export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
}

/** A runner may fail without a failed test (a crash, an unhandled error, no test at all), and must not look green. */
function blamed(counts, exitCode) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

const notFailed = (it) => it.status !== 'failed'

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
