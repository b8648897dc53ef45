import { describe, expect, test } from 'vitest'
import type { Message } from '../../../../lib/protocol/message.ts'
import { type Kit, mark, type OpenStore, post, setUp } from './kit.ts'

const DELETED_AT = 5_000

export function binContract(open: OpenStore) {
  const remove = (messageId: string) => ({ ...post(''), kind: 'delete', targetId: messageId })
  const edit = (messageId: string, content: string) => ({ ...post(content), kind: 'edit', targetId: messageId })
  const bin = async ({ store }: Kit, before?: number, userId = 'ann') =>
    (await store.bin(userId, before)).map((it) => JSON.parse(it) as Message)
  const textsIn = async (kit: Kit) => (await bin(kit)).map((it) => [it.version, it.content])

  test('a deleted text is in the bin as it was, and nowhere else', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const posts = [post('one'), post('two'), post('for itself', ann.deviceId)]
    await kit.send(ann, posts)
    const [, , before] = await kit.pullAll(ann)
    const direct = { ...remove(posts[2]?.messageId ?? ''), receiverDeviceId: ann.deviceId }
    await kit.send(ann, [remove(posts[0]?.messageId ?? ''), direct], DELETED_AT)
    const [newest, oldest] = await bin(kit)
    expect(newest).toEqual(before)
    expect(oldest).toMatchObject({ version: 1, messageId: posts[0]?.messageId, kind: 'post', content: 'one' })
    expect((await kit.pullAll(ann)).map((it) => it.content)).toEqual(['', 'two', '', '', ''])
  })

  test('of an edited post it keeps every text, so an edit before the delete destroys nothing', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const it = post('first')
    await kit.send(ann, [it])
    await kit.send(ann, [edit(it.messageId, 'second')])
    await kit.send(ann, [{ ...edit(it.messageId, 'third'), contentType: 'text/markdown' }])
    await kit.send(ann, [edit(it.messageId, '')])
    const [first, second, third] = await kit.pullAll(ann)
    await kit.send(ann, [remove(it.messageId)])
    expect(await bin(kit)).toEqual([third, second, first])
    expect(third).toMatchObject({ version: 3, kind: 'edit', content: 'third', contentType: 'text/markdown' })
    expect((await kit.pullAll(ann)).map((it) => it.content)).toEqual(['', '', '', '', ''])
  })

  test('a post that only carries files is kept with their ids, and keeps none of them outside', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const it = { ...post(''), files: [post().messageId] }
    await kit.send(ann, [it])
    await kit.send(ann, [{ ...edit(it.messageId, ''), files: it.files }])
    const before = await kit.pullAll(ann)
    await kit.send(ann, [remove(it.messageId)])
    expect(await bin(kit)).toEqual(before.reverse())
    expect((await kit.pullAll(ann)).map((it) => it.files)).toEqual([undefined, undefined, undefined])
  })

  test('marks are no texts, and do not get there', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const it = post('pinned')
    await kit.send(ann, [it, mark(it.messageId, '{"pinned":true}')])
    await kit.send(ann, [mark(it.messageId, '{"done":true}'), remove(it.messageId)])
    expect(await textsIn(kit)).toEqual([[1, 'pinned']])
  })

  describe('posts, edits and deletes in one request are kept as in many', () => {
    test.each([1, 10])('%i at once', async (atOnce) => {
      const kit = await setUp(open)
      const ann = await kit.device()
      const [one, two, empty] = [post('one'), post('two'), post('')]
      await kit.send(ann, [one])
      const items = [edit(one.messageId, 'one, edited'), two, empty, remove(one.messageId), remove(two.messageId)]
      items.push(remove(empty.messageId), remove(two.messageId))
      for (let n = 0; n < items.length; n += atOnce) await kit.send(ann, items.slice(n, n + atOnce))
      expect(await textsIn(kit)).toEqual([
        [3, 'two'],
        [2, 'one, edited'],
        [1, 'one'],
      ])
    })
  })

  test('it is read page by page, newest first, and large texts make small pages', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const posts = Array.from({ length: 100 }, (_, n) => post(`${n} ${'x'.repeat(60_000)}`))
    await kit.send(ann, posts)
    await kit.send(
      ann,
      posts.map((it) => remove(it.messageId)),
    )
    const seen: number[] = []
    for (let page = await bin(kit); page.length > 0; page = await bin(kit, seen.at(-1))) {
      expect(page.length).toBeLessThan(80)
      seen.push(...page.map((it) => it.version))
    }
    expect(seen).toEqual(Array.from({ length: 100 }, (_, n) => 100 - n))
  })

  test('each user has a bin of their own', async () => {
    const kit = await setUp(open)
    const [ann, ben] = [await kit.device('ann'), await kit.device('ben')]
    for (const it of [ann, ben]) {
      const text = post(`of ${it.userId}`)
      await kit.send(it, [text])
      await kit.send(it, [remove(text.messageId)])
    }
    await kit.store.emptyBin('ann')
    expect(await bin(kit)).toEqual([])
    expect((await bin(kit, undefined, 'ben')).map((it) => it.content)).toEqual(['of ben'])
    expect(await kit.store.bin('nobody')).toEqual([])
  })

  test('it is emptied of what was deleted too long ago, of expired messages, and with the user', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const posts = Array.from({ length: 4 }, (_, n) => post(`${n}`))
    for (const [n, it] of posts.entries()) {
      await kit.send(ann, [it], n)
      await kit.send(ann, [remove(it.messageId)], DELETED_AT + n)
    }
    expect(await kit.store.expireBins(DELETED_AT + 1)).toEqual({ removed: 1 })
    expect(await textsIn(kit)).toEqual([
      [7, '3'],
      [5, '2'],
      [3, '1'],
    ])
    await kit.store.expire({ before: 2 })
    expect((await textsIn(kit)).length).toBe(3)
    await kit.store.expire({ before: DELETED_AT + 2 })
    expect(await textsIn(kit)).toEqual([[7, '3']])
    await kit.store.forget('ann')
    expect(await textsIn(kit)).toEqual([])
  })
}
