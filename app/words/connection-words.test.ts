import { expect, test } from 'vitest'
import { connectionWords } from './connection-words.ts'

test('progress is said in numbers', () => {
  const words = connectionWords({ state: 'catchingUp', done: 1240, total: 5000, perSecond: 899.6 }, 0)
  expect(words).toEqual({ tone: 'busy', headline: 'Catching up, 1,240 of 5,000', detail: '900 messages a second' })
})

test('nothing is called up to date before it is on screen', () => {
  expect(connectionWords({ state: 'live' }, 0).headline).toBe('Up to date')
  for (const view of [{ state: 'live' }, { state: 'following', shared: { state: 'live' } }] as const) {
    expect(connectionWords(view, 0, false)).toMatchObject({ tone: 'busy', headline: 'Fetching your messages' })
  }
})

test('waiting counts down and says why', () => {
  const view = { state: 'waiting', until: 10_000, reason: 'no_answer' } as const
  expect(connectionWords(view, 1_500)).toMatchObject({
    headline: 'Trying again in 9 s',
    detail: 'The server did not answer.',
  })
  expect(connectionWords(view, 10_001).headline).toBe('Trying again now')
  expect(connectionWords({ ...view, until: 600_000 }, 0).headline).toBe('Trying again in 10 min')
})

test('a second tab says what the first one says of the connection', () => {
  const words = connectionWords({ state: 'following', shared: { state: 'offline' } }, 0)
  expect(words).toMatchObject({ tone: 'waits', headline: 'No network' })
})
