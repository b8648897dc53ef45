import { expect, test } from 'vitest'
import { errorStatus } from '../../lib/protocol/error.ts'
import { onlyHereWords } from './only-here-words.ts'

test('every reason has its sentence, and none shows a code', () => {
  expect(onlyHereWords({})).toMatch(/being sent again\.$/)
  for (const stays of ['removed', 'overtaken', ...Object.keys(errorStatus)] as const) {
    const words = onlyHereWords({ stays: stays as never })
    expect(words).toMatch(/^[A-Z].*\.$/)
    expect(words).not.toMatch(/_|being sent/)
  }
  expect(onlyHereWords({ stays: 'deleted' })).toBeNull()
})
