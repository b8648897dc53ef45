import { afterEach, describe, expect, it } from 'vitest'
import { createManualClock, type ManualClock, settle } from '../../testing/manual-clock.ts'
import { createTestPage } from '../../testing/test-page.ts'
import { type KeptLock, keepLock, type LockDeps } from './keep-lock.ts'

const NAME = 'roost:test'
const { locks } = navigator
const kept: KeptLock[] = []

afterEach(async () => {
  for (const it of kept.splice(0)) it.release()
  await settle()
})

function keep(mode: LockMode, more: Partial<LockDeps> & { clock: ManualClock; page: LockDeps['page'] }) {
  const told: boolean[] = []
  const lock = keepLock(NAME, mode, (held) => told.push(held), { manager: locks, random: () => 1, ...more })
  kept.push(lock)
  return { lock, told }
}

const holders = async () => (await locks.query()).held?.filter((it) => it.name === NAME).length
const waiters = async () => (await locks.query()).pending?.filter((it) => it.name === NAME).length

/** A manager that rejects every request at once, as WebKit's does while a page goes away. */
function createRefusing() {
  let requests = 0
  const request = () => {
    // A request that follows its own rejection never lets the event loop turn again, so the test ends that here.
    if (++requests > 1_000) return new Promise<never>(() => {})
    return Promise.reject(new DOMException('The page goes away', 'AbortError'))
  }
  return { manager: { request } as LockDeps['manager'], requests: () => requests }
}

describe('a lock that a tab keeps', () => {
  it('is held, and free again after it was released', async () => {
    const { lock, told } = keep('exclusive', { clock: createManualClock(), page: createTestPage() })
    await settle()
    expect([told, await holders()]).toEqual([[true], 1])
    lock.release()
    await settle()
    expect([told, await holders()]).toEqual([[true, false], 0])
  })

  it('goes to the next tab, which waits without asking again', async () => {
    const [first, second] = [1, 2].map(() => keep('exclusive', { clock: createManualClock(), page: createTestPage() }))
    await settle()
    expect([second?.told, await waiters()]).toEqual([[], 1])
    first?.lock.release()
    await settle()
    expect(second?.told).toEqual([true])
  })

  it('that is stolen is asked for again, after a wait', async () => {
    const clock = createManualClock()
    let requests = 0
    const request = (...how: Parameters<LockManager['request']>) => {
      requests++
      return locks.request(...how)
    }
    const first = keep('exclusive', { clock, page: createTestPage(), manager: { request } as LockDeps['manager'] })
    await settle()
    const thief = keep('exclusive', { clock: createManualClock(), page: createTestPage() })
    thief.lock.steal()
    await settle()
    expect([first.told, thief.told, requests]).toEqual([[true, false], [true], 1])
    await clock.pass(500)
    expect(requests).toBe(2)
    thief.lock.release()
    await settle()
    expect(first.told).toEqual([true, false, true])
  })

  it('that the browser always refuses is asked for a bounded number of times', async () => {
    const clock = createManualClock()
    const refusing = createRefusing()
    keep('exclusive', { clock, page: createTestPage(), manager: refusing.manager })
    await settle()
    expect(refusing.requests()).toBe(1)
    await clock.pass(10 * 60_000)
    expect(refusing.requests()).toBeGreaterThan(20)
    expect(refusing.requests()).toBeLessThan(50)
  })

  it.each(['exclusive', 'shared'] as const)(
    '(%s) is free while the page is away, and held again after',
    async (mode) => {
      const page = createTestPage()
      const clock = createManualClock()
      const { told } = keep(mode, { clock, page })
      await settle()
      page.leave()
      await settle()
      expect([told, await holders(), clock.pending()]).toEqual([[true, false], 0, 0])
      page.comeBack()
      await settle()
      expect([told, await holders()]).toEqual([[true, false, true], 1])
    },
  )

  it('asks for nothing while the page is away', async () => {
    const page = createTestPage()
    const clock = createManualClock()
    const refusing = createRefusing()
    keep('exclusive', { clock, page, manager: refusing.manager })
    await settle()
    page.leave()
    await clock.pass(10 * 60_000)
    expect(refusing.requests()).toBe(1)
  })

  it('counts as held where the browser denies locks to the page', async () => {
    const request = () => Promise.reject(new DOMException('Access to the Locks API is denied', 'SecurityError'))
    const { told } = keep('exclusive', {
      ...{ clock: createManualClock(), page: createTestPage() },
      manager: { request } as LockDeps['manager'],
    })
    await settle()
    expect(told).toEqual([true])
  })

  it('counts as held where the browser has no locks', () => {
    const { lock, told } = keep('exclusive', { clock: createManualClock(), page: createTestPage(), manager: null })
    lock.release()
    expect(told).toEqual([true, false])
  })
})
