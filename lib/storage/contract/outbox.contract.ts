import { expect, test } from 'vitest'
import { applyAll, batch, idOf, post, refused, request, SELF, states, stored } from './fixtures.ts'
import type { Fresh } from './harness.ts'

const own = (version: number, n: number) => post(version, `draft ${n}`, { messageId: idOf(n), senderDeviceId: SELF })

/** A request says when the person wrote it. */
const sentAs = (n: number, composedAt = n) => ({ ...request(n), composedAt })

export function outboxContract(fresh: Fresh): void {
  test('keeps the order of composition, over a reopening', async () => {
    const harness = fresh()
    const store = await harness.open()
    const first = await store.compose(request(9), 1_000)
    expect(first).toEqual({ seq: 1, request: request(9), composedAt: 1_000, state: 'waiting' })
    await store.compose(request(3), 1_001)
    store.close()
    const again = await harness.open()
    await again.compose(request(5), 999)
    expect((await again.outbox()).map((it) => [it.seq, it.request.content])).toEqual([
      [1, 'draft 9'],
      [2, 'draft 3'],
      [3, 'draft 5'],
    ])
    expect(await again.nextRequest(0)).toEqual([sentAs(9, 1_000), sentAs(3, 1_001), sentAs(5, 999)])
  })

  test('a time that the server would refuse keeps no message back', async () => {
    const store = await fresh().open()
    for (const [n, composedAt] of [-1, 0.5, Number.NaN].entries()) await store.compose(request(n), composedAt)
    expect(await store.nextRequest(0)).toEqual([request(0), request(1), request(2)])
  })

  test('composes many in one go, in their order, each once', async () => {
    const store = await fresh().open()
    await store.compose(request(2), 5)
    await store.composeAll([3, 2, 1].map((n) => ({ request: request(n), composedAt: n })))
    await store.composeAll([])
    expect(await store.nextRequest(0)).toEqual([sentAs(2, 5), sentAs(3), sentAs(1)])
  })

  test('composes a message once', async () => {
    const store = await fresh().open()
    const [one, two] = await Promise.all([store.compose(request(1), 1), store.compose(request(1), 2)])
    expect(two).toEqual(one)
    expect(await states(store)).toEqual(['draft 1 waiting'])
  })

  test('fills a request from the oldest that wait, and stops where it is full', async () => {
    const store = await fresh().open()
    for (let n = 1; n <= 520; n++) await store.compose(request(n), n)
    expect((await store.nextRequest(0)).map((it) => it.messageId)).toEqual(
      Array.from({ length: 500 }, (_, index) => idOf(index + 1)),
    )
    await store.settle([refused(1), stored(2, 7)])
    expect((await store.nextRequest(0))[0]).toEqual(sentAs(3))
  })

  test('a sent entry stays until the inbox has its message', async () => {
    const store = await fresh().open()
    for (const n of [1, 2]) await store.compose(request(n), n)
    await store.settle([stored(1, 4), stored(2, 5)])
    expect(await store.outbox()).toMatchObject([{ state: 'sent', version: 4, timestamp: 4 }, { state: 'sent' }])
    expect(await store.nextRequest(0)).toEqual([])
    await applyAll(store, batch(0, 4, [own(4, 1)]))
    expect(await states(store)).toEqual(['draft 2 sent'])
    await applyAll(store, batch(4, 5, [own(5, 2)]))
    expect(await states(store)).toEqual([])
  })

  test('a message that came in before its answer leaves the outbox then, and the answer changes nothing', async () => {
    const store = await fresh().open()
    for (const n of [1, 2]) await store.compose(request(n), n)
    await applyAll(store, batch(0, 4, [own(4, 1)]))
    expect(await states(store)).toEqual(['draft 2 waiting'])
    await store.settle([stored(1, 4)])
    expect(await states(store)).toEqual(['draft 2 waiting'])
  })

  test('the same id from another device is not this message', async () => {
    const store = await fresh().open()
    await store.compose(request(1), 1)
    await applyAll(store, batch(0, 1, [post(1)]))
    expect(await states(store)).toEqual(['draft 1 waiting'])
  })

  test('given back by another device after a restore, it is this message', async () => {
    const store = await fresh().open()
    for (const n of [1, 2, 3, 4, 5]) await store.compose(request(n), n)
    await store.settle([stored(1, 1), refused(2, 'conflict'), refused(3)])
    const back = [1, 2, 3, 4].map((n) => post(n, `draft ${n}`))
    await applyAll(store, batch(0, 4, back))
    expect(await states(store)).toEqual(['draft 3 failed', 'draft 5 waiting'])
    const { generation } = await store.beginRebuild(0)
    await store.applyRebuild([batch(0, 5, [...back, post(5, 'draft 5')])], generation)
    await store.finishRebuild(generation)
    expect(await states(store)).toEqual(['draft 3 failed'])
  })

  test('what was refused stays until a person removes it', async () => {
    const store = await fresh().open()
    await store.compose(request(1), 1)
    await store.settle([refused(1)])
    await applyAll(store, batch(0, 1, [own(1, 1)]))
    expect(await states(store)).toEqual(['draft 1 failed'])
  })

  test('what retention has removed before it came back leaves the outbox, the rest waits for its message', async () => {
    const store = await fresh().open()
    for (const n of [1, 2, 3]) await store.compose(request(n), n)
    await store.settle([stored(1, 10), stored(2, 11)])
    await store.skipTo(10)
    expect(await states(store)).toEqual(['draft 2 sent', 'draft 3 waiting'])
  })

  test('an answer below the cursor counts only when the inbox holds the message', async () => {
    const store = await fresh().open()
    for (const n of [1, 2]) await store.compose(request(n), n)
    await applyAll(store, batch(0, 9, [post(9)]))
    // A restored server gives versions a second time.
    await store.settle([stored(1, 9)])
    expect(await states(store)).toEqual(['draft 1 sent', 'draft 2 waiting'])
    await store.skipTo(20)
    await store.settle([stored(2, 15)])
    expect(await states(store)).toEqual([])
  })

  test('a transient refusal leaves it and all after it waiting, a final one fails its entry alone', async () => {
    const store = await fresh().open()
    for (const n of [1, 2, 3, 4]) await store.compose(request(n), n)
    await store.settle([stored(1, 1), refused(2), refused(3, 'unavailable'), stored(4, 2)])
    expect(await states(store)).toEqual(['draft 1 sent', 'draft 2 failed', 'draft 3 waiting', 'draft 4 waiting'])
    expect((await store.outbox())[1]).toMatchObject({ error: { code: 'unknown_receiver', message: 'no' } })
    expect(await store.nextRequest(0)).toEqual([sentAs(3), sentAs(4)])
  })

  test('stored outweighs a refusal that another tab was given', async () => {
    const store = await fresh().open()
    for (const n of [1, 2]) await store.compose(request(n), n)
    await store.settle([refused(1), stored(2, 2)])
    await store.settle([stored(1, 1), refused(2)])
    expect(await states(store)).toEqual(['draft 1 sent', 'draft 2 sent'])
  })

  test('passes over results that belong to nothing here', async () => {
    const store = await fresh().open()
    await store.compose(request(1), 1)
    await store.settle([{ messageId: null, ok: false, error: { code: 'invalid_request', message: '' } }, stored(7, 7)])
    expect(await states(store)).toEqual(['draft 1 waiting'])
  })

  test('removes only what failed', async () => {
    const store = await fresh().open()
    for (const n of [1, 2, 3]) await store.compose(request(n), n)
    await store.settle([refused(1), stored(2, 2)])
    const answers = [await store.discard(idOf(1)), await store.discard(idOf(1)), await store.discard(idOf(2))]
    expect([...answers, await store.discard(idOf(3)), await store.discard(idOf(9))]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
    expect(await states(store)).toEqual(['draft 2 sent', 'draft 3 waiting'])
  })

  test('a failed one that was removed comes back as it was, in its place', async () => {
    const store = await fresh().open()
    for (const n of [1, 2, 3]) await store.compose(request(n), n)
    await store.settle([refused(2)])
    const before = await store.outbox()
    await store.discard(idOf(2))
    for (let time = 0; time < 2; time++) await store.restore(before[1] as (typeof before)[1] & object)
    expect(await store.outbox()).toEqual(before)
  })

  test('tries a failed one again as a new message at the end', async () => {
    const store = await fresh().open()
    for (const n of [1, 2]) await store.compose(request(n), n)
    await store.settle([refused(1)])
    const again = { ...request(1), messageId: idOf(8) }
    expect(await store.retry(idOf(1), idOf(8), 50)).toEqual({
      seq: 3,
      request: again,
      composedAt: 50,
      state: 'waiting',
    })
    expect(await store.retry(idOf(1), idOf(9), 51)).toBeNull()
    expect(await store.retry(idOf(2), idOf(9), 51)).toBeNull()
    expect(await store.nextRequest(0)).toEqual([sentAs(2), { ...again, composedAt: 50 }])
  })

  test('loses nothing when the outbox cannot be written', async () => {
    const harness = fresh()
    const store = await harness.open()
    for (const n of [1, 2]) await store.compose(request(n), n)
    const full = () => harness.failPut('outbox', new DOMException('No room', 'QuotaExceededError'))
    full()
    await expect(store.compose(request(3), 3)).rejects.toThrow(/no room|quota/i)
    full()
    await expect(store.settle([stored(1, 1), refused(2)])).rejects.toThrow(/no room|quota/i)
    await store.settle([refused(1)])
    full()
    await expect(store.retry(idOf(1), idOf(4), 4)).rejects.toThrow(/no room|quota/i)
    expect(await states(store)).toEqual(['draft 1 failed', 'draft 2 waiting'])
  })
}
