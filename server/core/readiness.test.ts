import { expect, test } from 'vitest'
import { RoostError } from '../../lib/protocol/error.ts'
import { type Part, readiness } from './readiness.ts'

const sound: Part = { name: 'store', needed: true, check: async () => {} }
const broken: Part = {
  name: 'store',
  needed: true,
  check: () => Promise.reject(new Error('connect ECONNREFUSED postgres://robin:secret@db')),
}
const full: Part = { ...broken, check: () => Promise.reject(new RoostError('unavailable', 'The store is busy')) }
const silent: Part = { name: 'bus', needed: false, check: () => new Promise(() => {}) }

test.each([
  ['all is well', [sound], true, []],
  ['a part that is needed fails: its own words stay here', [broken], false, ['the store does not answer']],
  ['a refusal carries words that anybody may read', [full], false, ['The store is busy']],
  [
    'a part that is not needed is told of, and does not answer for ever',
    [sound, silent],
    true,
    ['the bus does not answer'],
  ],
  ['several', [broken, silent], false, ['the store does not answer', 'the bus does not answer']],
])('%s', async (_name, parts, ready, whys) => {
  const failed: string[] = []
  const answer = await readiness(parts, (part) => failed.push(part), 20)
  expect(answer.ready).toBe(ready)
  expect(answer.missing.map((it) => it.why)).toEqual(whys)
  expect(failed.sort()).toEqual(answer.missing.map((it) => it.part).sort())
})
