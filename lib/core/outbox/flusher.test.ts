import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMemoryStore } from '../../memory/memory.ts'
import { RoostError } from '../../protocol/error.ts'
import { MARK_CONTENT_TYPE } from '../../protocol/mark.ts'
import type { SendRequest } from '../../protocol/send.ts'
import type { LocalStore } from '../../storage/local-store.ts'
import { type Home, openHome, post, type TestDevice } from '../../testing/home.ts'
import { TransportError } from '../ports.ts'
import { flush } from './flusher.ts'

let home: Home
let device: TestDevice
let store: LocalStore

beforeEach(async () => {
  home = await openHome()
  device = await home.device()
  store = openMemoryStore(device.caller.deviceId)
})
afterEach(() => home.close())

const signal = new AbortController().signal
const run = (send = device.transport.send) => flush({ store, send, now: () => 0, signal, settled: () => {} })
const stored = async () => (await home.everythingFor(device)).messages.map((it) => it.content)
const states = async () => (await store.outbox()).map((it) => it.state)
async function compose(...requests: SendRequest[]) {
  for (const request of requests) await store.compose(request, 0)
}

describe('the outbox', () => {
  it('goes out in the order of composition', async () => {
    const texts = Array.from({ length: 1200 }, (_, i) => `text ${i}`)
    await compose(...texts.map((it) => post(it)))
    expect(await run()).toEqual({ outcome: 'empty' })
    expect(await stored()).toEqual(texts)
  })

  it('keeps what was sent until the server has answered, and sends it again without storing it twice', async () => {
    await compose(post('a'), post('b'))
    device.setFault(() => 'after')
    await expect(run()).rejects.toBeInstanceOf(TransportError)
    expect(await states()).toEqual(['waiting', 'waiting'])
    device.setFault(() => 'none')
    await run()
    expect(await stored()).toEqual(['a', 'b'])
    expect(await states()).toEqual(['sent', 'sent'])
  })

  it('does not let a message that is refused for good block those behind it, nor vanish', async () => {
    await compose(post('a'), post('b', '00000000-0000-4000-8000-000000000000'), post('c'))
    await run()
    expect(await stored()).toEqual(['a', 'c'])
    expect(await store.outbox()).toMatchObject([
      { state: 'sent' },
      { state: 'failed', error: { code: 'unknown_receiver' } },
      { state: 'sent' },
    ])
  })

  it('tells of a mark that is refused for good, because nothing is left of it to show', async () => {
    const target = '00000000-0000-4000-8000-000000000000'
    await compose(post('a'), {
      ...post('{"pinned":true}'),
      kind: 'mark',
      contentType: MARK_CONTENT_TYPE,
      targetId: target,
    })
    let told = 0
    const { send } = device.transport
    const markRefused = () => void told++
    await flush({ store, send, now: () => 0, signal, settled: () => {}, markRefused })
    expect([told, await states()]).toEqual([1, ['sent']])
  })

  it('lets nothing overtake a message that the server cannot take now', async () => {
    const [a, b] = [post('a'), post('b')]
    await compose(a, b)
    const error = { code: 'unavailable', message: 'full', retryAfterMs: 70 } as const
    const half = async () => ({
      results: [
        { messageId: a.messageId, ok: false as const, error },
        { messageId: b.messageId, ok: true as const, version: 1, timestamp: 0, duplicate: false },
      ],
    })
    expect(await run(half)).toEqual({ outcome: 'later', retryAfterMs: 70 })
    expect((await states())[0]).toBe('waiting')
  })

  it('waits as the server asks when she refuses everything for now', async () => {
    await compose(post('a'))
    const busy = async () => {
      throw new RoostError('rate_limited', 'slow down', { retryAfterMs: 40 })
    }
    expect(await run(busy)).toEqual({ outcome: 'later', retryAfterMs: 40 })
    expect(await states()).toEqual(['waiting'])
  })

  it('finds the one message for which a whole request is refused', async () => {
    await compose(post('a'), post('poison'), post('c'))
    const picky = async (request: { messages: SendRequest[] }) => {
      if (request.messages.some((it) => it.content === 'poison')) throw new RoostError('payload_too_large', 'too much')
      return device.transport.send(request)
    }
    await run(picky)
    expect(await stored()).toEqual(['a', 'c'])
    expect(await states()).toEqual(['sent', 'failed', 'sent'])
  })

  it('takes an answer that does not fit for no answer', async () => {
    await compose(post('a'), post('b'))
    const short = async (request: { messages: SendRequest[] }) => {
      const { results } = await device.transport.send(request)
      return { results: results.slice(1) }
    }
    await expect(run(short)).rejects.toBeInstanceOf(TransportError)
    expect(await states()).toEqual(['waiting', 'waiting'])
  })

  it('keeps everything when the device is not known any more', async () => {
    await compose(post('a'))
    const stranger = async () => {
      throw new RoostError('unauthenticated', 'who?')
    }
    await expect(run(stranger)).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await states()).toEqual(['waiting'])
  })
})
