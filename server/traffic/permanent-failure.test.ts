import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RoostError } from '../../lib/protocol/error.ts'
import { createStateEvent } from '../live/events/state-event.ts'
import { createFeed } from '../live/feed.ts'

/** Drives every retry of the server into a failure that never ends: see docs/reliability.md. */
const backlog = { isFull: () => false, drained: async () => {} }
const minute = () => vi.advanceTimersByTimeAsync(60_000)

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('a push whose messages the store cannot give now asks it once a second, however much is appended', async () => {
  let pulls = 0
  const feed = createFeed({
    deviceId: 'a',
    pull: async () => {
      pulls++
      throw new RoostError('unavailable', 'the disk reports an error')
    },
    emit: () => {},
    backlog,
    giveUp: () => expect.fail('gave up'),
  })
  feed.start({ head: 0, digest: '', floor: 0 })
  for (let version = 1; version <= 600; version++) {
    feed.appended({ type: 'appended', from: version - 1, upTo: version, digest: 'd', floor: 0 })
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(pulls).toBeGreaterThan(30)
  expect(pulls).toBeLessThanOrEqual(61)
  feed.stop()
  const before = pulls
  await minute()
  expect(pulls).toBe(before)
})

test('a state that cannot be read is asked for once a second', async () => {
  let reads = 0
  const devices = createStateEvent({
    everyMs: 1_000,
    read: async () => {
      reads++
      throw new RoostError('unavailable', 'the disk reports an error')
    },
    emit: () => {},
    backlog,
    onError: () => {},
  })
  for (let change = 0; change < 600; change++) {
    devices.changed()
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(reads).toBeGreaterThan(30)
  expect(reads).toBeLessThanOrEqual(61)
  devices.stop()
  const before = reads
  await minute()
  expect(reads).toBe(before)
})
