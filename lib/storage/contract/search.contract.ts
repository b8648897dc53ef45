import { describe, expect, test } from 'vitest'
import { resolve } from '../../search/criteria.ts'
import type { Hit } from '../../search/hit.ts'
import { createOutline } from '../../search/outline.ts'
import { parseQuery } from '../../search/query.ts'
import { search } from '../../search/search.ts'
import { signPages } from '../../search/sign-pages.ts'
import type { LocalStore } from '../local-store.ts'
import { applyAll, batch, edit, idOf, mark, post, posts, remove, request, SELF } from './fixtures.ts'
import type { Fresh } from './harness.ts'

export function searchContract(fresh: Fresh): void {
  /** Searches with the signatures that are stored, and again after every missing one was made. */
  async function find(store: LocalStore, typed: string): Promise<Hit[]> {
    const before = await findOnce(store, typed)
    await sign(store)
    expect(await findOnce(store, typed)).toEqual(before)
    return before
  }
  const textsOf = async (store: LocalStore, typed: string) => (await find(store, typed)).map((it) => it.text)

  test('finds messages newest first, each with its neighbours', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 2_500))
    await applyAll(store, batch(2_500, 2_503, [post(2_501, 'the Grüße'), post(2_502), post(2_503, 'more grusse')]))
    const hits = await find(store, 'gruße')
    expect(hits.map((it) => [it.version, it.before, it.text, it.after, it.marks])).toEqual([
      [2_503, 'post 2502', 'more grusse', '', [[5, 11]]],
      [2_501, 'post 2500 of 0', 'the Grüße', 'post 2502', [[4, 9]]],
    ])
    expect((await find(store, '"post 1000 of"')).map((it) => [it.before, it.after])).toEqual([
      ['post 999 of 0', 'post 1001 of 0'],
    ])
    expect(await find(store, 'nothing like it')).toEqual([])
    expect((await find(store, 'post')).length).toBe(2_501)
  })

  test('finds the newest text of an edited message, and no deleted one, also with signatures from before', async () => {
    const store = await fresh().open()
    await applyAll(
      store,
      batch(0, 1_200),
      batch(1_200, 1_202, [post(1_201, 'secret word'), post(1_202, 'old wording')]),
    )
    await applyAll(store, batch(1_202, 2_400, posts(1_202, 2_400)))
    await sign(store)
    expect([await textsOf(store, 'secret'), await textsOf(store, 'old wording')]).toEqual([
      ['secret word'],
      ['old wording'],
    ])
    await applyAll(store, batch(2_400, 2_401, [edit(2_401, 1_202, 'new phrasing')]))
    await applyAll(store, batch(2_401, 2_402, [remove(2_402, 1_201)]))
    expect(await textsOf(store, 'secret')).toEqual([])
    expect(await textsOf(store, 'old wording')).toEqual([])
    expect(await textsOf(store, 'phrasing')).toEqual(['new phrasing'])
  })

  test('keeps only signatures that fit what is stored', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 3_000))
    const outline = await store.outline()
    expect([outline.firsts, outline.signatures]).toEqual([[1, 1_001, 2_001], []])
    await sign(store)
    const { signatures } = await store.outline()
    expect(signatures.map((it) => [it.first, it.last])).toEqual([
      [1, 1_000],
      [1_001, 2_000],
      [2_001, 3_000],
    ])
    await applyAll(store, batch(3_000, 3_001, [edit(3_001, 1_500)]))
    expect((await store.outline()).signatures.map((it) => it.first)).toEqual([1, 2_001])
    expect(await store.saveSignatures(outline, signatures)).toBe(false)
    await store.wipe()
    expect(await store.outline()).toMatchObject({ firsts: [], signatures: [] })
  })

  test('finds each message once while small pages merge', async () => {
    const store = await fresh().open()
    for (let from = 0; from < 900; from += 100) await applyAll(store, batch(from, from + 100))
    await sign(store)
    const searching = search(store, createOutline(store), { criteria: criteriaOf('post'), selfId: SELF })
    const versions: (number | null)[] = []
    for (let turn = 0; ; turn++) {
      const { value, done } = await searching.next()
      if (done) break
      versions.push(...value.map((it) => it.version))
      if (turn === 2) for (let from = 900; from < 1_100; from += 100) await applyAll(store, batch(from, from + 100))
    }
    expect((await store.outline()).firsts.length).toBeLessThan(10)
    expect(versions).toEqual(Array.from({ length: 900 }, (_, at) => 900 - at))
    expect((await find(store, '"post 150 of"')).length).toBe(1)
  })

  test('finds what is pinned and done, also with signatures from before', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 2_000))
    expect([await textsOf(store, 'is:pinned'), await textsOf(store, 'is:done')]).toEqual([[], []])
    await applyAll(store, batch(2_000, 2_002, [mark(2_001, 7, { pinned: true }), mark(2_002, 9, { done: true })]))
    expect([await textsOf(store, 'is:pinned'), await textsOf(store, 'is:done')]).toEqual([
      ['post 7 of 0'],
      ['post 9 of 0'],
    ])
    await applyAll(store, batch(2_002, 2_003, [mark(2_003, 7, { pinned: null })]))
    expect(await textsOf(store, 'is:pinned')).toEqual([])
  })

  test('finds what the person has just written, before the server has it', async () => {
    const store = await fresh().open()
    await applyAll(store, batch(0, 1_500))
    await sign(store)
    const change = (n: number, kind: 'edit' | 'delete', target: number, content: string) => ({
      ...{
        messageId: idOf(n),
        receiverDeviceId: 'all',
        kind,
        targetId: idOf(target),
        contentType: 'text/plain',
        content,
      },
    })
    await store.edit(change(9_001, 'edit', 30, 'quite another text'), 1, true)
    await store.remove([change(9_002, 'delete', 31, '')], 1, 9_999)
    expect(await find(store, 'another text')).toMatchObject([{ id: idOf(30), version: 30, text: 'quite another text' }])
    expect(await textsOf(store, '"post 30 of"')).toEqual([])
    expect(await textsOf(store, '"post 31 of"')).toEqual([])
    expect((await find(store, 'text')).length).toBe(1)
  })

  describe('messages that only this device holds', () => {
    test('are found while they wait to be sent', async () => {
      const store = await fresh().open()
      await applyAll(store, batch(0, 3))
      await store.compose(request(9, 'on its way'), 99)
      expect(await find(store, 'way from:me')).toMatchObject([{ id: idOf(9), version: null, at: 99, from: SELF }])
    })

    test('are found where the timeline shows them after a restore of the server', async () => {
      const store = await fresh().open()
      await applyAll(store, batch(0, 20))
      const { generation } = await store.beginRebuild(0)
      await store.applyRebuild([batch(0, 12, [...posts(0, 10), ...posts(10, 12, 1)])], generation)
      await store.finishRebuild(generation)
      const found = await find(store, 'post')
      const timeline = await store.latest(100)
      expect(found.map((it) => it.id)).toEqual(timeline.map((it) => it.message.messageId).reverse())
    })
  })
}

const criteriaOf = (typed: string) => resolve(parseQuery(typed), [], SELF).criteria

async function findOnce(store: LocalStore, typed: string): Promise<Hit[]> {
  const hits: Hit[] = []
  const request = { criteria: criteriaOf(typed), selfId: SELF }
  for await (const some of search(store, createOutline(store), request)) hits.push(...some)
  return hits
}

async function sign(store: LocalStore): Promise<void> {
  for await (const _ of signPages(store, createOutline(store)));
}
