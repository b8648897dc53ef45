import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RoostError } from '../../lib/protocol/error.ts'
import type { BatchText } from '../core/mother.ts'
import type { AppendedMessage } from '../core/ports/bus.ts'
import { createFeed } from './feed.ts'

/** A mother with one log, of which every third message is not for this device. */
function createLog() {
  const log: AppendedMessage[] = []
  const visible = (from: number, upTo: number) =>
    log.slice(from, upTo).flatMap((it) => (it.visibleTo === 'all' || it.visibleTo.includes('me') ? [it.json] : []))
  return {
    log,
    visible,
    append(count: number) {
      const from = log.length
      for (let i = 0; i < count; i++) {
        const version = log.length + 1
        const json = JSON.stringify({ version, content: 'x'.repeat(1000) })
        log.push({
          version,
          json,
          visibleTo: version % 3 === 0 ? ['other'] : version % 3 === 1 ? ['me', 'other'] : 'all',
        })
      }
      const upTo = log.length
      return { type: 'appended' as const, from, upTo, digest: `d${upTo}`, floor: 0, messages: log.slice(from, upTo) }
    },
    batch(after: number, limit: number): BatchText {
      const upTo = Math.min(log.length, after + limit)
      const messages = visible(after, upTo)
      return { from: after, upTo, messages, digest: `d${upTo}`, head: log.length, floor: 0 }
    },
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

const step = fc.record({
  appended: fc.integer({ min: 1, max: 700 }),
  event: fc.constantFrom('whole', 'without messages', 'lost', 'twice', 'late', 'overlapping'),
  reader: fc.constantFrom('reads', 'stops'),
  mother: fc.constantFrom('answers', 'answers', 'answers', 'is slow'),
  turns: fc.integer({ min: 0, max: 3 }),
})

test('whatever the bus loses or repeats and however slow the reader is, pushes are contiguous and complete', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(5), fc.array(step, { maxLength: 20 }), async (before, steps) => {
      const mother = createLog()
      if (before > 0) mother.append(before)
      const pushed: BatchText[] = []
      const faults: unknown[] = []
      let full = false
      let release = () => {}
      let slow = false
      const feed = createFeed({
        deviceId: 'me',
        async pull({ after = 0 }) {
          if (full) faults.push('a pull for a reader that does not read')
          if (slow) await turn()
          return mother.batch(after, 300)
        },
        emit: (batch) => pushed.push(batch),
        backlog: {
          isFull: () => full,
          drained: () => new Promise<void>((resolve) => (release = resolve)),
        },
        giveUp: (error) => faults.push(error),
      })
      const late: ReturnType<typeof mother.append>[] = []
      const started = mother.batch(0, 0).head
      feed.start({ head: started, digest: `d${started}`, floor: 0 })
      for (const { appended, event, reader, mother: mood, turns } of steps) {
        slow = mood === 'is slow'
        full = reader === 'stops'
        const news = mother.append(appended)
        const { messages: _, ...bare } = news
        const from = Math.max(0, news.from - 50)
        if (event === 'late') late.push(news)
        else if (event === 'overlapping') feed.appended({ ...news, from, messages: mother.log.slice(from, news.upTo) })
        else if (event === 'without messages') feed.appended(bare)
        else if (event !== 'lost') feed.appended(news)
        if (event === 'twice') feed.appended(news)
        for (let i = 0; i < turns; i++) await turn()
        if (!full) release()
      }
      full = false
      release()
      for (const news of late) feed.appended(news)
      feed.appended(mother.append(1))
      while (faults.length === 0 && (pushed.at(-1)?.upTo ?? started) < mother.log.length) await turn()
      expect(faults).toEqual([])

      let at = started
      for (const batch of pushed) {
        expect(batch.from).toBe(at)
        expect(batch.upTo).toBeGreaterThan(at)
        expect(batch.digest).toBe(`d${batch.upTo}`)
        expect(batch.messages).toEqual(mother.visible(batch.from, batch.upTo))
        at = batch.upTo
      }
      expect(at).toBe(mother.log.length)
    }),
    { numRuns: 150 },
  )
})

function tryFeed(pull: (after: number, digest?: string) => BatchText) {
  const pushed: BatchText[] = []
  const failures: unknown[] = []
  const state = { full: false, pulls: 0 }
  const feed = createFeed({
    deviceId: 'me',
    async pull({ after = 0, digest }) {
      state.pulls += 1
      return pull(after, digest)
    },
    emit: (batch) => pushed.push(batch),
    backlog: { isFull: () => state.full, drained: () => new Promise<void>(() => {}) },
    giveUp: (error) => failures.push(error),
  })
  return { feed, pushed, failures, state }
}

test('what comes before hello is pushed after it', async () => {
  const mother = createLog()
  const { feed, pushed } = tryFeed((after) => mother.batch(after, 500))
  const early = mother.append(2)
  const missed = mother.append(3)
  feed.appended(early)
  feed.appended(missed)
  await turn()
  expect(pushed).toEqual([])
  feed.start({ head: 2, digest: 'd2', floor: 0 })
  while (pushed.length === 0) await turn()
  expect(pushed).toEqual([mother.batch(2, 500)])
})

test('what follows on is pushed without a pull, several sends as one batch', async () => {
  const mother = createLog()
  const { feed, pushed, state } = tryFeed((after) => mother.batch(after, 500))
  feed.start({ head: 0, digest: 'd0', floor: 0 })
  for (let i = 0; i < 10; i++) feed.appended(mother.append(2))
  await turn()
  await turn()
  expect(state.pulls).toBe(0)
  expect(pushed).toEqual([mother.batch(0, 500)])
})

test('what is pushed from memory names the floor of the moment in which it was stored', async () => {
  const mother = createLog()
  const { feed, pushed, state } = tryFeed((after) => mother.batch(after, 500))
  feed.start({ head: 0, digest: 'd0', floor: 0 })
  feed.appended({ ...mother.append(2), floor: 1 })
  while (pushed.length === 0) await turn()
  expect(pushed).toEqual([{ ...mother.batch(0, 500), floor: 1 }])
  expect(state.pulls).toBe(0)
})

test('a head that somebody has seen in the store is pulled up to, and an old one is not', async () => {
  const mother = createLog()
  const { feed, pushed, state } = tryFeed((after) => mother.batch(after, 500))
  feed.start({ head: 0, digest: 'd0', floor: 0 })
  mother.append(4)
  feed.checkHead({ head: 4, digest: 'd4' }, feed.position())
  while (pushed.length === 0) await turn()
  feed.checkHead({ head: 3, digest: 'd3' }, { head: 3, digest: 'd3' })
  await turn()
  expect(pushed).toEqual([mother.batch(0, 500)])
  expect(state.pulls).toBe(1)
})

test('a reader that takes nothing costs no memory: what came meanwhile is forgotten', async () => {
  const mother = createLog()
  const { feed, pushed, state } = tryFeed((after) => mother.batch(after, 500))
  feed.start({ head: 0, digest: 'd0', floor: 0 })
  state.full = true
  for (let i = 0; i < 50; i++) {
    feed.appended(mother.append(100))
    await turn()
  }
  expect(pushed).toEqual([])
  expect(state.pulls).toBe(0)
})

test('after stop nothing is pushed, also when a pull was under way', async () => {
  const mother = createLog()
  const answer = Promise.withResolvers<BatchText>()
  const pushed: BatchText[] = []
  const feed = createFeed({
    deviceId: 'me',
    pull: () => answer.promise,
    emit: (batch) => pushed.push(batch),
    backlog: { isFull: () => false, drained: async () => {} },
    giveUp: (error) => {
      throw error
    },
  })
  feed.start({ head: 0, digest: 'd0', floor: 0 })
  const { messages: _, ...bare } = mother.append(3)
  feed.appended(bare)
  await turn()
  feed.stop()
  answer.resolve(mother.batch(0, 500))
  feed.appended(mother.append(1))
  await turn()
  await turn()
  expect(pushed).toEqual([])
})

test('a pull that is refused ends the connection instead of leaving a hole', async () => {
  const refusal = new RoostError('cursor_expired', 'gone')
  const { feed, pushed, failures } = tryFeed(() => {
    throw refusal
  })
  feed.start({ head: 0, digest: 'd0', floor: 0 })
  feed.appended({ type: 'appended', from: 0, upTo: 3, digest: 'd3', floor: 0 })
  while (failures.length === 0) await turn()
  expect(failures).toEqual([refusal])
  expect(pushed).toEqual([])
})

describe('a mother that went back in time under the connection', () => {
  const forked = new RoostError('history_forked', 'another history')

  test('is asked with the digest of what was pushed last, so that nothing of the other history follows on', async () => {
    const mother = createLog()
    const asked: unknown[] = []
    const { feed, pushed, failures } = tryFeed((after, digest) => {
      asked.push(digest)
      if (digest !== `d${after}`) throw forked
      return mother.batch(after, 2)
    })
    feed.start({ head: 0, digest: 'd0', floor: 0 })
    const { messages: _, ...bare } = mother.append(4)
    feed.appended(bare)
    while ((pushed.at(-1)?.upTo ?? 0) < 4) await turn()
    feed.appended(mother.append(1))
    while ((pushed.at(-1)?.upTo ?? 0) < 5) await turn()
    feed.appended({ ...bare, from: 5, upTo: 7 })
    mother.batch = () => {
      throw forked
    }
    while (failures.length === 0) await turn()
    expect(failures).toEqual([forked])
    expect(asked).toEqual(['d0', 'd2', 'd5'])
    expect(pushed.at(-1)?.upTo).toBe(5)
  })

  test.each([
    ['below what was pushed', { head: 1, digest: 'd1' }],
    ['just where it stands, with another history', { head: 2, digest: 'another' }],
  ])('and is seen %s: the connection ends', async (_where, now) => {
    const mother = createLog()
    const { feed, failures, pushed } = tryFeed((after) => mother.batch(after, 500))
    feed.start({ head: 0, digest: 'd0', floor: 0 })
    feed.appended(mother.append(2))
    while (pushed.length === 0) await turn()
    feed.checkHead({ head: 2, digest: 'd2' }, feed.position())
    expect(failures).toEqual([])
    feed.checkHead(now, feed.position())
    expect(failures).toMatchObject([{ code: 'history_forked' }])
  })

  test('is not seen in a head that was read before the last push', async () => {
    const mother = createLog()
    const { feed, failures, pushed } = tryFeed((after) => mother.batch(after, 500))
    feed.start({ head: 0, digest: 'd0', floor: 0 })
    const position = feed.position()
    feed.appended(mother.append(2))
    while (pushed.length === 0) await turn()
    feed.checkHead({ head: 1, digest: 'd1' }, position)
    expect(failures).toEqual([])
  })
})
