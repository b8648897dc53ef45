import { expect, test } from 'vitest'
import { applyAll, batch, everything, idOf, post, posts, request, SELF, states, stored } from './fixtures.ts'
import type { Fresh } from './harness.ts'

/** Tabs and the worker have one storage open. A handle's own knowledge must not hide the writes of another handle. */
export function handlesContract(fresh: Fresh): void {
  const two = async () => {
    const harness = fresh()
    return { harness, one: await harness.open(), other: await harness.open() }
  }

  test('goes on after what the other has applied', async () => {
    const { one, other } = await two()
    for (let version = 0; version < 300; version++) {
      const who = version % 7 < 4 ? one : other
      expect(await applyAll(who, batch(version, version + 1))).toMatchObject({ outcome: 'applied', added: 1 })
    }
    expect(await everything(one)).toEqual(posts(0, 300))
    expect(await one.count()).toBe(300)
  })

  test('forgets what a transaction that failed would have left', async () => {
    const { harness, one, other } = await two()
    await applyAll(one, batch(0, 3))
    harness.failPut('meta', new DOMException('No room', 'QuotaExceededError'))
    await expect(applyAll(one, batch(3, 5))).rejects.toThrow(/no room|quota/i)
    await applyAll(other, batch(3, 90))
    await applyAll(one, batch(90, 91))
    expect(await everything(one)).toEqual(posts(0, 91))
  })

  test('sees what the other has written meanwhile arrive', async () => {
    const { one, other } = await two()
    await applyAll(one, batch(0, 3))
    await other.compose(request(4), 1)
    await other.settle([stored(4, 4)])
    expect(await states(one)).toEqual(['draft 4 sent'])
    await applyAll(one, batch(3, 4, [post(4, 'draft 4', { messageId: idOf(4), senderDeviceId: SELF })]))
    expect(await one.outbox()).toEqual([])
  })

  test('sees an orphan of the other come back', async () => {
    const { one, other } = await two()
    await applyAll(one, batch(0, 3))
    const { generation } = await other.beginRebuild(0)
    const rewritten = [...posts(0, 2), post(3, 'new', { messageId: idOf(33) })]
    await other.applyRebuild([batch(0, 3, rewritten)], generation)
    await other.finishRebuild(generation)
    expect(await one.orphans()).toHaveLength(1)
    const back = posts(2, 3).map((it) => ({ ...it, version: 4 }))
    await applyAll(one, batch(3, 4, back))
    expect(await everything(one)).toEqual([...rewritten, ...back])
    expect(await one.orphans()).toEqual([])
  })
}
