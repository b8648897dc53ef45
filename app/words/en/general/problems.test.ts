import { expect, test, vi } from 'vitest'
import { BrowserError } from '../../../../lib/browser/browser-error.ts'
import { waitReason } from '../../../../lib/core/connection/wait-reason.ts'
import { StorageError, TransportError } from '../../../../lib/core/ports.ts'
import { errorStatus, RoostError } from '../../../../lib/protocol/error.ts'
import { sentenceOf } from '../../sentence.ts'
import { waitWords } from '../../wait-words.ts'
import { problems } from './problems.ts'

const SENTENCE = /^[A-Z][^_]*\.$/

test('every error of ours is told in a sentence that shows no code', () => {
  for (const code of Object.keys(problems.browser))
    expect(sentenceOf(new BrowserError(code as never))).toMatch(SENTENCE)
  for (const reason of Object.keys(problems.storage)) {
    expect(sentenceOf(new StorageError(reason as never))).toMatch(SENTENCE)
    expect(waitWords(waitReason(new StorageError(reason as never)))).toMatch(SENTENCE)
  }
  for (const code of Object.keys(errorStatus)) {
    expect(waitWords(waitReason(new RoostError(code as never, code)))).toMatch(SENTENCE)
  }
  expect(sentenceOf(new TransportError('no_answer'))).toMatch(/^The server did not answer/)
  expect(waitWords(waitReason(new TransportError('no_answer')))).toBe('The server did not answer.')
  expect(waitWords(waitReason(new Error('transport close')))).toBe('The connection to the server was lost.')
})

test('the words of a schema are for developers', () => {
  for (const code of ['invalid_request', 'payload_too_large', 'internal', 'rate_limited'] as const) {
    expect(sentenceOf(new RoostError(code, 'content: must be well-formed'))).not.toContain('well-formed')
  }
})

test('a refusal is told in the words of the server, and a surprise in ours', () => {
  expect(sentenceOf(new RoostError('not_found', 'That code is not valid.'))).toBe('That code is not valid.')
  expect(sentenceOf(new BrowserError('refused', 'Sign-up is closed.'))).toBe('Sign-up is closed.')
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(sentenceOf(new TypeError('x is not a function'))).toMatch(/^Something went wrong here/)
  expect(log).toHaveBeenCalledOnce()
  log.mockRestore()
})
