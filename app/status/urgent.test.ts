import { expect, test } from 'vitest'
import { urgentOf } from './urgent.ts'

type State = Parameters<typeof urgentOf>[0]

const calm: State = { connection: { state: 'live' }, storage: { state: 'durable' }, joined: [], news: [] }
const joined = [{ deviceId: 'a', name: 'Phone' }]
const news = [{ id: 'n', at: 1, what: 'removed' as const, device: 'Old phone' }]
const offline = { state: 'offline' as const }

test('nothing is said while all is well', () => {
  expect(urgentOf(calm, false, false)).toBeNull()
})

test('of all that could be said, the most urgent comes first, and the next one once that is over', () => {
  const all: State = { connection: { state: 'signedOut' }, storage: { state: 'full' }, joined, news }
  expect(urgentOf(all, true, true)).toBe('signedOut')
  expect(urgentOf({ ...all, connection: offline }, true, true)).toBe('storage')
  expect(urgentOf({ ...calm, connection: offline, joined, news }, true, true)).toBe('news')
  expect(urgentOf({ ...calm, connection: offline, joined }, true, true)).toBe('joined')
  expect(urgentOf({ ...calm, connection: offline }, true, true)).toBe('network')
  expect(urgentOf(calm, true, true)).toBe('outcome')
  expect(urgentOf(calm, false, true, true)).toBe('update')
  expect(urgentOf(calm, false, false, true)).toBe('notices')
})

test('a tab that follows another one says what that one says', () => {
  const connection = {
    state: 'following' as const,
    shared: { state: 'waiting' as const, until: 1, reason: 'lost' as const },
  }
  expect(urgentOf({ ...calm, connection }, false, false)).toBe('network')
})
