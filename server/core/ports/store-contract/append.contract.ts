import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Caller } from '../../mother.ts'
import { arbitraryItem, strangerId } from './arbitrary-items.ts'
import { mark, type OpenStore, post, refusalOf, rows, setUp } from './kit.ts'
import { createNaiveLog } from './naive-log.ts'

export function appendContract(open: OpenStore) {
  test('versions are 1, 2, 3 … per user; refused items take none', async () => {
    const { device, send, store } = await setUp(open)
    const ann = await device('ann')
    const ben = await device('ben')
    const versions = async (items: unknown[], who = ann) =>
      (await send(who, items)).map((it) => (it.ok ? it.version : it.error.code))
    expect(await versions([post(), post('x', strangerId), post()])).toEqual([1, 'unknown_receiver', 2])
    expect(await versions([post()], ben)).toEqual([1])
    expect(await versions([{}, post()])).toEqual(['invalid_request', 3])
    expect(await store.summary(ann)).toMatchObject({ head: 3, floor: 0, lastReceivedVersion: 0 })
  })

  test('a retry is told the first version, also after a restart, a revocation and a delete', async () => {
    const kit = await setUp(open)
    const ann = await kit.device()
    const other = await kit.device()
    const [direct, all] = [post('secret', other.deviceId), post('plain')]
    await kit.send(ann, [direct, all], 5)
    await kit.store.revokeDevice('ann', other.deviceId, 6)
    await kit.send(ann, [{ ...post(''), kind: 'delete', targetId: all.messageId }])
    await kit.reopen()
    expect(await kit.send(ann, [direct, all, { ...all, content: 'changed' }], 9)).toMatchObject([
      { ok: true, version: 1, timestamp: 5, duplicate: true },
      { ok: true, version: 2, timestamp: 5, duplicate: true },
      { ok: false, error: { code: 'conflict' } },
    ])
    expect((await kit.store.summary(ann)).head).toBe(3)
  })

  test('the first time of composition stays, and makes no message another one', async () => {
    const { device, send, pullAll } = await setUp(open)
    const ann = await device()
    const [said, silent] = [post('said'), post('silent')]
    const retry = (composedAt?: number) =>
      send(
        ann,
        [said, silent].map((it) => (composedAt === undefined ? it : { ...it, composedAt })),
      )
    await send(ann, [{ ...said, composedAt: 7 }, silent])
    for (const again of [await retry(), await retry(9)])
      expect(again).toMatchObject([
        { ok: true, version: 1, duplicate: true },
        { ok: true, version: 2, duplicate: true },
      ])
    expect((await pullAll(ann)).map((it) => it.composedAt)).toEqual([7, undefined])
    await send(ann, [{ ...post(''), kind: 'delete', targetId: said.messageId, composedAt: 8 }])
    expect((await pullAll(ann)).map((it) => [it.content, it.composedAt])).toEqual([
      ['', 7],
      ['silent', undefined],
      ['', 8],
    ])
  })

  test('a delete takes the content of its target and of its edits, stored before, with and after it', async () => {
    const { device, send, pullAll } = await setUp(open)
    const ann = await device()
    const [first, second] = [post('first'), post('second')]
    const change = (kind: string, content: string) => ({ ...post(content), kind, targetId: first.messageId })
    await send(ann, [first, second, change('edit', 'edit 1')])
    await send(ann, [change('edit', 'edit 2'), change('delete', 'bye'), change('edit', 'edit 3')])
    await send(ann, [change('edit', 'edit 4')])
    const messages = await pullAll(ann)
    expect(messages.map((it) => it.content)).toEqual(['', 'second', '', '', '', '', ''])
    expect(messages[3]).toMatchObject({ kind: 'edit', targetId: first.messageId, targetVersion: 1 })
  })

  test('a mark is a message of its own, and is emptied with the post that it marks', async () => {
    const { device, send, pullAll } = await setUp(open)
    const ann = await device()
    const [first, second] = [post('first'), post('second')]
    await send(ann, [first, second])
    const pin = mark(first.messageId, '{"pinned":true}')
    const other = mark(second.messageId, '{"done":true}')
    expect(await send(ann, [pin, other, pin])).toMatchObject([
      { version: 3, duplicate: false },
      { version: 4 },
      { version: 3, duplicate: true },
    ])
    expect((await pullAll(ann))[2]).toMatchObject({ ...pin, senderDeviceId: ann.deviceId, targetVersion: 1 })
    const remove = { ...post(''), kind: 'delete', targetId: first.messageId }
    await send(ann, [mark(first.messageId, '{"done":1}'), remove, mark(first.messageId, '{"done":2}')])
    await send(ann, [mark(first.messageId, '{"done":3}')])
    expect((await pullAll(ann)).map((it) => it.content)).toEqual(['', 'second', '', '{"done":true}', '', '', '', ''])
    expect(await send(ann, [pin, { ...pin, content: '{"pinned":false}' }])).toMatchObject([
      { version: 3, duplicate: true },
      { error: { code: 'conflict' } },
    ])
  })

  test('a mark is refused unless it says something of a post that its sender can see', async () => {
    const { device, send, store } = await setUp(open)
    const [ann, ben] = [await device(), await device()]
    const text = post('for ben', ben.deviceId)
    const pin = mark(text.messageId, '{"pinned":true}', ben.deviceId)
    await send(ann, [text, pin])
    const codes = async (who: Caller, ...items: object[]) =>
      (await send(who, items)).map((it) => (it.ok ? it.version : it.error.code))
    const again = (targetId: string, content = '{"done":true}') => mark(targetId, content, ben.deviceId)
    const changeOfMark = (kind: string) => ({ ...post('x', ben.deviceId), kind, targetId: pin.messageId })
    expect(
      await codes(
        ann,
        ...['{}', '[]', 'done', '{"done":{}}'].map((content) => again(text.messageId, content)),
        { ...again(text.messageId), contentType: 'application/json' },
        { ...again(text.messageId), contentType: undefined },
        { ...again(text.messageId), receiverDeviceId: 'all' },
        again(pin.messageId),
        ...[changeOfMark('edit'), changeOfMark('delete')],
      ),
    ).toEqual(Array.from({ length: 10 }, () => 'invalid_request'))
    expect(await codes(ann, again(text.messageId, `{"done":"${' '.repeat(1_024)}"}`))).toEqual(['payload_too_large'])
    expect(await codes(await device(), again(text.messageId))).toEqual(['not_found'])
    expect(await codes(ben, again(text.messageId))).toEqual([3])
    expect((await store.summary(ann)).head).toBe(3)
  })

  test('what was sent comes back byte for byte', async () => {
    const { device, send, pullAll } = await setUp(open)
    const ann = await device()
    const texts = ['', ' a\r\n\t"\\ ', '🪺👩‍👩‍👧‍👦', 'e\u0301 é', '\u2028\u2029\ufeff\u0001', 'x'.repeat(65_536)]
    await send(
      ann,
      texts.map((it) => post(it)),
    )
    expect((await pullAll(ann)).map((it) => it.content)).toEqual(texts)
  })

  test('sends that come at once, of one user and of many, each get their own versions in one order', async () => {
    const { device, send, pullAll, store } = await setUp(open)
    const users = await Promise.all(Array.from({ length: 5 }, (_, n) => device(`user ${n}`)))
    const calls = Array.from({ length: 100 }, (_, n) => ({
      who: users[n % 5] ?? users[0],
      items: [post(`${n}`), post(`${n}+`)],
    }))
    const results = await Promise.all(calls.map(({ who, items }) => send(who as (typeof users)[0], items)))
    for (const user of users) {
      const own = results.filter((_, n) => calls[n]?.who === user).flat()
      expect(own.map((it) => it.ok && it.version)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
      expect((await pullAll(user)).map((it) => it.messageId)).toEqual(own.map((it) => it.messageId))
      expect((await store.summary(user)).head).toBe(40)
    }
  })

  test('one that is refused harms none of those beside it', async () => {
    const { device, send, store } = await setUp(open)
    const [ann, gone] = [await device(), await device()]
    const [sent, revoked, refused, again] = await Promise.allSettled([
      send(ann, [post()]),
      store.revokeDevice('ann', gone.deviceId, 1),
      send(gone, [post()]),
      send(ann, [post()]),
    ])
    expect(sent).toMatchObject({ value: [{ version: 1 }] })
    expect(revoked.status).toBe('fulfilled')
    expect(refused).toMatchObject({ reason: { code: 'revoked' } })
    expect(again).toMatchObject({ value: [{ version: 2 }] })
  })

  test('who does not exist here cannot send', async () => {
    const { device, send } = await setUp(open)
    const ann = await device('ann')
    const stranger = { userId: 'ben', deviceId: ann.deviceId }
    expect(await refusalOf(send(stranger, [post()]))).toEqual({ code: 'unauthenticated' })
    expect(await refusalOf(send({ userId: 'ann', deviceId: randomUUID() }, [post()]))).toEqual({
      code: 'unauthenticated',
    })
  })

  test('it stores and shows like the naive log', async () => {
    const kit = await setUp(open)
    const ids: string[] = Array.from({ length: 3 }, () => randomUUID())
    const requests = fc.array(fc.tuple(fc.nat(2), fc.array(arbitraryItem([...ids, strangerId]), { maxLength: 6 })))
    let users = 0
    const property = fc.asyncProperty(requests, async (sends) => {
      users += 1
      const devices = await Promise.all(ids.map((id) => kit.device(`user ${users}`, id)))
      const naive = createNaiveLog((id) => ids.includes(id))
      for (const [who, items] of sends) {
        const caller = devices[who] as Caller
        const outcomes = (await kit.send(caller, items)).map((it) =>
          it.ok ? { version: it.version, duplicate: it.duplicate } : { code: it.error.code },
        )
        expect(outcomes).toEqual(items.map((it) => naive.send(caller.deviceId, it)))
      }
      for (const it of devices) expect(rows(await kit.pullAll(it, 2))).toEqual(naive.seenBy(it.deviceId))
    })
    await fc.assert(property, { numRuns: 50 })
  })
}
