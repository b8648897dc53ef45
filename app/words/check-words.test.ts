import { expect, test } from 'vitest'
import type { ConnectionView } from '../../lib/core/device-state.ts'
import { checkWords } from './check-words.ts'

const words = (view: ConnectionView) => checkWords(view, 0)

test('a check that failed says so, and why', () => {
  expect(words({ state: 'offline' })).toMatch(/^Checked at .*, without success\. There is no network\.$/)
  expect(words({ state: 'waiting', until: 1, reason: 'no_answer' })).toMatch(
    /without success\. The server did not answer\.$/,
  )
})

test('a check that went well says that, too', () => {
  expect(words({ state: 'live' })).toMatch(/^Checked at [^,]*\. You have everything\.$/)
})
