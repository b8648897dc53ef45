import { describe, expect, test } from 'vitest'
import { createMemoryDatabase, openMemoryStore } from '../memory/memory.ts'
import { batch, everything, post, posts, remove, SELF } from './contract/fixtures.ts'
import { cut, extendRun, findIn, isOpen, pageLimits, weigh } from './pages.ts'
import { noRun } from './state.ts'

const heavy = (count: number, from = 0) =>
  posts(from, from + count).map((it) => ({ ...it, content: 'x'.repeat(60_000) }))

describe('cutting', () => {
  test('fills pages by number and by weight, and leaves nothing out', () => {
    const messages = [...posts(0, 2_300), ...heavy(40, 2_300)]
    const pages = cut(1, messages)
    expect(pages.flatMap((page) => page.messages)).toEqual(messages)
    expect(pages.map((page) => page.first)).toEqual(pages.map((page) => page.messages[0]?.version))
    for (const page of pages) {
      expect(page.messages.length).toBeLessThanOrEqual(pageLimits.full.messages)
      expect(weigh(page.messages)).toBeLessThanOrEqual(pageLimits.full.weight)
    }
    expect(pages.length).toBe(5)
    expect(cut(1, [])).toEqual([])
  })

  test('a page of few or light messages is open', () => {
    const page = (messages = posts(0, 63)) => ({ generation: 1, first: 1, messages })
    expect(isOpen(page())).toBe(true)
    expect(isOpen(page(posts(0, 64)))).toBe(false)
    expect(isOpen(page(heavy(2)))).toBe(false)
  })

  test('a full page ends a run, an open one waits', () => {
    const run = extendRun(noRun, { generation: 1, first: 1, messages: posts(0, 64) })
    expect(run).toMatchObject({ first: 1, pages: 1, messages: 64 })
    expect(extendRun(run, { generation: 1, first: 65, messages: posts(64, 70) })).toBe(run)
    expect(extendRun(run, { generation: 1, first: 65, messages: posts(64, 1_064) })).toBe(noRun)
  })

  test('finds every version and no other', () => {
    const page = { generation: 1, first: 2, messages: [post(2), post(5), post(9)] }
    const found = Array.from({ length: 11 }, (_, version) => findIn(page, version)?.version)
    expect(found.filter((it) => it !== undefined)).toEqual([2, 5, 9])
  })
})

describe('live traffic', () => {
  async function live(messages: ReturnType<typeof posts>) {
    const database = createMemoryDatabase()
    const store = openMemoryStore(SELF, database)
    for (const message of messages) {
      await store.apply([batch(message.version - 1, message.version, [message])], 1)
    }
    expect(await everything(store)).toEqual(messages)
    return database.tables.pages
  }

  test('leaves few pages, none of them much over the limit', async () => {
    const pages = await live(posts(0, 10_000))
    expect(await pages.count()).toBeLessThan(10 + pageLimits.runPages + 1)
    for (const page of await pages.first([1, 0], [1, 10_000])) expect(page.messages.length).toBeLessThan(1_250)
  })

  test('of heavy messages, too', async () => {
    const pages = await live(heavy(200))
    expect(await pages.count()).toBeLessThan(12 + pageLimits.runPages + 1)
    for (const page of await pages.first([1, 0], [1, 200])) expect(weigh(page.messages)).toBeLessThan(1.3 * 1024 * 1024)
  })

  test('with deletes in between', async () => {
    const database = createMemoryDatabase()
    const store = openMemoryStore(SELF, database)
    const messages = heavy(400).map((it) => (it.version % 2 ? it : remove(it.version, it.version - 1)))
    for (const it of messages) await store.apply([batch(it.version - 1, it.version, [it])], 1)
    expect(await everything(store)).toEqual(messages.map((it) => ({ ...it, content: '' })))
    expect(await store.count()).toBe(400)
  })
})
