import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { createGroupCommit } from './group-commit.ts'

async function setUp() {
  const file = join(await temporaryFolder(), 'test.db')
  const open = () => {
    const db = new DatabaseSync(file, { timeout: 1 })
    onTestFinished(() => db.close())
    return db
  }
  const db = open()
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a)')
  const group = createGroupCommit(db)
  const insert = db.prepare('INSERT INTO t VALUES (?)')
  const commits: number[] = []
  // Another connection sees only committed data.
  const other = open()
  const committed = () =>
    other
      .prepare('SELECT a FROM t ORDER BY rowid')
      .all()
      .map((row) => row.a)
  const write = (a: number, size = { rows: 1, bytes: 1 }) =>
    group.write({ ...size, run: () => insert.run(a).changes }).then((value) => {
      commits.push(committed().length)
      return value
    })
  const fail = () =>
    group.write({
      ...{ rows: 1, bytes: 1 },
      run: () => {
        insert.run(-1)
        throw new Error('refused')
      },
    })
  return { group, write, fail, commits, committed, other }
}

test('jobs that wait share one commit, and resolve only after it, in order', async () => {
  const { write, commits, committed } = await setUp()
  await Promise.all([write(1), write(2), write(3)])
  expect(commits).toEqual([3, 3, 3])
  expect(committed()).toEqual([1, 2, 3])
})

test('a group is bounded in rows and in bytes', async () => {
  const { write, commits } = await setUp()
  await Promise.all([write(1, { rows: 1_500, bytes: 1 }), write(2, { rows: 500, bytes: 1 }), write(3)])
  expect(commits).toEqual([2, 2, 3])
  const large = { rows: 1, bytes: 7 * 1024 * 1024 }
  await Promise.all([write(4, large), write(5, large)])
  expect(commits).toEqual([2, 2, 3, 4, 5])
  await write(6, { rows: 9_999, bytes: 1 })
})

test('a job that throws leaves nothing behind and harms no other', async () => {
  const { write, fail, committed } = await setUp()
  const outcomes = await Promise.allSettled([write(1), fail(), write(2), fail(), write(3)])
  expect(outcomes.map((it) => it.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'])
  expect(outcomes[1]).toMatchObject({ reason: { message: 'refused' } })
  expect(committed()).toEqual([1, 2, 3])
})

test('while another connection holds the lock, jobs wait without stopping the process', async () => {
  const { write, other, committed } = await setUp()
  other.exec('BEGIN IMMEDIATE')
  const written = write(1)
  let ticks = 0
  const ticking = setInterval(() => {
    ticks += 1
    if (ticks < 5) return
    clearInterval(ticking)
    other.exec('COMMIT')
  }, 10)
  await written
  expect(ticks).toBe(5)
  expect(committed()).toEqual([1])
})

test('a lock that is never given back: the disk is tried every 10 ms for 5 seconds, then the sends are refused for now', async () => {
  const { write, other, committed } = await setUp()
  other.exec('BEGIN IMMEDIATE')
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate'] })
  onTestFinished(() => void vi.useRealTimers())
  const outcome = write(1).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(4_900)
  expect(vi.getTimerCount()).toBe(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(await outcome).toMatchObject({ code: 'unavailable', wire: { retryAfterMs: 5_000 } })
  expect(vi.getTimerCount()).toBe(0)
  expect(committed()).toEqual([])
})

test('more than can be held in memory is refused for now', async () => {
  const { write } = await setUp()
  const huge = { rows: 1, bytes: 200 * 1024 * 1024 }
  const first = write(1, huge)
  await expect(write(2)).rejects.toMatchObject({ code: 'unavailable' })
  await first
  await write(3)
})

test('closing waits for what was taken on', async () => {
  const { group, write, committed } = await setUp()
  const sends = [write(1, { rows: 2_000, bytes: 1 }), write(2, { rows: 2_000, bytes: 1 })]
  await group.close()
  expect(committed()).toEqual([1, 2])
  await Promise.all(sends)
  await expect(write(3)).rejects.toMatchObject({ code: 'unavailable' })
})
