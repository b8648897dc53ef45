import { describe, expect, it, vi } from 'vitest'
import { settle } from '../testing/manual-clock.ts'
import { createPersistence } from './persistence.ts'

const browser = (persisted: boolean, granted: boolean) => ({
  persisted: vi.fn(async () => persisted),
  persist: vi.fn(async () => granted),
})

describe('the promise to keep the data', () => {
  it('is not asked for before somebody wants it, and then once', async () => {
    const manager = browser(false, true)
    const persistence = createPersistence(manager)
    await settle()
    expect([persistence.kept(), manager.persist.mock.calls.length]).toEqual([false, 0])
    const heard = vi.fn()
    persistence.watch(heard)
    await persistence.ask()
    await persistence.ask()
    expect([persistence.kept(), manager.persist.mock.calls.length, heard.mock.calls.length]).toEqual([true, 1, 1])
  })

  it('is not asked for again once the browser has given it', async () => {
    const manager = browser(true, true)
    const persistence = createPersistence(manager)
    await persistence.ask()
    expect([persistence.kept(), manager.persist.mock.calls.length]).toEqual([true, 0])
  })

  it('may be refused, and then it is known to be missing', async () => {
    const persistence = createPersistence(browser(false, false))
    await persistence.ask()
    expect(persistence.kept()).toBe(false)
  })

  it('stays unknown where the browser does not answer', async () => {
    const refusing = () => Promise.reject(new DOMException('no storage here', 'SecurityError'))
    for (const manager of [undefined, { persisted: refusing, persist: refusing }]) {
      const persistence = createPersistence(manager)
      await persistence.ask()
      expect(persistence.kept()).toBe(null)
    }
  })
})
