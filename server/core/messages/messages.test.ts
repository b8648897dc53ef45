import { describe, expect, test } from 'vitest'
import { FEATURES } from '../../../lib/protocol/about.ts'
import { post, published, startMother } from '../testing/start-mother.ts'

describe('send', () => {
  test.each([undefined, null, 7, [], {}, { messages: [] }, { messages: {} }, { messages: Array(501).fill(post()) }])(
    'refuses as a whole only a bad envelope: %o',
    async (payload) => {
      const { mother, device } = await startMother()
      const { caller } = await device()
      await expect(mother.send(caller, payload)).rejects.toMatchObject({ code: 'invalid_request' })
    },
  )

  test('what is wrong with an item refuses that item alone', async () => {
    const { mother, device } = await startMother()
    const { caller } = await device()
    const items = [null, 7, {}, post(), { ...post(), content: 'ä'.repeat(32_769) }, post('x', 'nobody'), [], post()]
    const { results } = await mother.send(caller, { messages: items })
    expect(results.map((it) => (it.ok ? it.version : it.error.code))).toEqual([
      ...['invalid_request', 'invalid_request', 'invalid_request', 1],
      ...['payload_too_large', 'invalid_request', 'invalid_request', 2],
    ])
  })

  test('tells the bus after the sender, once it is durable, what is new and who sees it', async () => {
    const { mother, device, listen } = await startMother()
    const [ann, other] = [await device(), await device()]
    const events = await listen()
    const foreign = await listen('ben')
    const [all, direct] = [post('for all'), post('for one', other.deviceId)]
    const edit = { ...post('edited'), kind: 'edit', targetId: all.messageId }
    await mother.send(ann.caller, { messages: [all, direct, edit, all] })
    expect(events).toEqual([])
    await published()
    const batch = await mother.pull(ann.caller, { after: 0 })
    expect(events).toEqual([
      {
        ...{ type: 'appended', from: 0, upTo: 3, digest: batch.digest, floor: 0 },
        messages: [
          { version: 1, json: batch.messages[0], visibleTo: 'all' },
          { version: 2, json: batch.messages[1], visibleTo: [other.deviceId, ann.deviceId] },
          { version: 3, json: batch.messages[2], visibleTo: 'all' },
        ],
      },
    ])
    expect(foreign).toEqual([])
  })

  test('a retry and a refusal tell the bus nothing', async () => {
    const { mother, device, listen } = await startMother()
    const { caller } = await device()
    const message = post()
    await mother.send(caller, { messages: [message] })
    const events = await listen()
    await mother.send(caller, { messages: [message, {}] })
    await mother.send(caller, { messages: [post()] })
    await published()
    expect(events.filter((it) => it.type === 'appended')).toMatchObject([{ from: 1, upTo: 2 }])
  })

  test('sends that come at once are published in version order, without a gap', async () => {
    const { mother, device, listen } = await startMother()
    const { caller } = await device()
    const events = await listen()
    const sends = Array.from({ length: 50 }, (_, n) => ({
      messages: Array.from({ length: (n % 3) + 1 }, () => post()),
    }))
    await Promise.all(sends.map((it) => mother.send(caller, it)))
    const { head } = await mother.hello(caller)
    await published()
    let last = 0
    for (const event of events) {
      if (event.type !== 'appended') continue
      expect(event.from).toBe(last)
      expect(event.messages).toHaveLength(event.upTo - event.from)
      last = event.upTo
    }
    expect(last).toBe(head)
  })
})

describe('pull and acknowledge', () => {
  test.each([
    { after: -1 },
    { after: 1.5 },
    { after: '1' },
    { limit: 0 },
    { limit: 2_001 },
    { digest: 'x' },
    'all',
    null,
  ])('a pull of %o is invalid', async (payload) => {
    const { mother, device } = await startMother()
    const { caller } = await device()
    await expect(mother.pull(caller, payload)).rejects.toMatchObject({ code: 'invalid_request' })
  })

  test.each([{}, { version: -1 }, { version: '1' }, { version: 1, digest: '?' }, undefined])(
    'an ack of %o is invalid',
    async (payload) => {
      const { mother, device } = await startMother()
      const { caller } = await device()
      await expect(mother.acknowledge(caller, payload)).rejects.toMatchObject({ code: 'invalid_request' })
    },
  )

  test('hello says where the server stands and where it thinks that the device does', async () => {
    const { mother, device } = await startMother()
    const { caller } = await device()
    await mother.send(caller, { messages: [post(), post()] })
    const { digest } = await mother.pull(caller, { after: 1 })
    await mother.acknowledge(caller, { version: 1 })
    await mother.markRead(caller, { version: 2 })
    const expected = { ...caller, head: 2, digest, floor: 0, lastReceivedVersion: 1, heartbeatMs: 60_000, readUpTo: 2 }
    expect(await mother.hello(caller)).toEqual({ ...expected, protocol: '1.1', features: [...FEATURES] })
  })

  test('only a readUpTo that moves is news', async () => {
    const { mother, device, listen } = await startMother()
    const { caller } = await device()
    await mother.send(caller, { messages: [post(), post()] })
    const events = await listen()
    for (const version of [1, 1, 0]) expect(await mother.markRead(caller, { version })).toEqual({ readUpTo: 1 })
    await published()
    expect(events).toEqual([{ type: 'read', readUpTo: 1, head: 2 }])
  })

  test('only an ack that moves something is news for the list of devices', async () => {
    const { mother, device, listen } = await startMother()
    const { caller } = await device()
    await mother.send(caller, { messages: [post(), post()] })
    const { head } = await mother.hello(caller)
    const events = await listen()
    await mother.acknowledge(caller, { version: head })
    await published()
    expect(events).toEqual([{ type: 'devices' }])
    await mother.acknowledge(caller, { version: 1 })
    await published()
    expect(events).toHaveLength(1)
  })
})
