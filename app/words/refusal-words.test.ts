import { expect, test } from 'vitest'
import { type ErrorCode, errorStatus } from '../../lib/protocol/error.ts'
import { refusalWords } from './refusal-words.ts'

test('every refusal is a sentence without ids, codes and names of fields', () => {
  for (const code of Object.keys(errorStatus) as ErrorCode[]) {
    expect(refusalWords(code)).toMatch(/^[A-Z][^_:]*\.$/)
    expect(refusalWords(code)).not.toContain(code)
  }
  expect(refusalWords('of a newer server' as ErrorCode)).toBe('The server does not take it.')
})
