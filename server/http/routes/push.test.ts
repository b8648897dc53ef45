import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { pathOf } from '../../../lib/protocol/calls.ts'
import type { Account } from '../../../tests/kit/clients/account.ts'
import type { TestDevice } from '../../../tests/kit/clients/test-device.ts'
import { type PushServiceDouble, startPushService } from '../../../tests/kit/push/push-service.ts'
import { startServer, type TestServer } from '../../../tests/kit/server/start-server.ts'

const times = { graceMs: 0, forgetMs: 0 }

let service: PushServiceDouble
let server: TestServer
let account: Account
let desk: TestDevice
let phone: TestDevice
let keys: string

beforeEach(async () => {
  service = await startPushService()
  server = await startServer({}, { network: service.network, times })
  account = await server.signUp()
  desk = await server.device(account, 'desk')
  phone = await server.device(account, 'phone')
  keys = (await server.http('GET', pathOf('about'))).json.pushKey
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  await service[Symbol.asyncDispose]()
  expect(service.faults).toEqual([])
})

const put = (token: string, json: unknown) => server.http('PUT', pathOf('subscribePush'), { token, json })
const remove = (token: string) => server.http('DELETE', pathOf('unsubscribePush'), { token })

async function subscribe({ token }: TestDevice) {
  const { subscription } = service.browser(keys)
  expect((await put(token, subscription)).status).toBe(204)
  return subscription.endpoint
}

/** Everything that the sends so far have caused has an outcome then. */
async function allHints() {
  await server.stop()
  return service.hints
}

describe('at most one hint that the device has not reacted to', () => {
  test('a hundred messages make one, with nothing of them in it', async () => {
    const endpoint = await subscribe(phone)
    for (let n = 0; n < 100; n += 1) await desk.send([{ content: `secret ${n}` }])
    const hints = await allHints()
    expect(hints).toEqual([
      {
        endpoint,
        head: expect.any(Number),
        unread: expect.any(Number),
        topic: 'inbox',
        urgency: 'normal',
        ttl: 259_200,
      },
    ])
    expect(hints[0]?.unread).toBe(hints[0]?.head)
  })

  const reactions: [string, () => Promise<unknown>][] = [
    ['a pull', () => phone.pull({ after: 0 })],
    ['an ack', () => phone.ack({ version: 1 })],
    [
      'a connection',
      async () => {
        const live = await phone.connect()
        // Otherwise it leaves without the posts, which makes a hint by itself.
        await phone.ack({ version: 2 })
        live.close()
      },
    ],
  ]
  test.each(reactions)('%s clears it, and the next post makes one more', async (_name, react) => {
    await subscribe(phone)
    await desk.send([{ content: 'one' }])
    await service.until(1)
    await desk.send([{ content: 'two' }])
    await react()
    await vi.waitFor(async () => expect((await desk.devices()).filter((it) => it.online)).toEqual([]))
    await desk.send([{ content: 'three' }])
    await service.until(2)
    expect((await allHints()).map((it) => it.head)).toEqual([1, 3])
  })

  test('a device with a connection gets none, and one when it leaves without having stored the post', async () => {
    await subscribe(phone)
    const live = await phone.connect()
    await desk.send([{ content: 'one' }])
    await live.until(() => live.batches().length > 0)
    await phone.ack({ version: 1 })
    await desk.send([{ content: 'two' }])
    await live.until(() => live.batches().length > 1)
    expect(service.hints).toEqual([])
    live.close()
    await service.until(1)
    expect((await allHints()).map((it) => [it.head, it.unread])).toEqual([[2, 2]])
  })

  test('one that is due while the server is down goes out after its start', async () => {
    await subscribe(phone)
    service.answerNext({ status: 503, headers: { 'Retry-After': '1' } })
    await desk.send([{ content: 'one' }])
    await service.until(1)
    await server.stop()
    const { network } = service
    await using again = await startServer({ dataDir: server.dataDir }, { network, times })
    await service.until(2)
    await again.stop()
    expect(service.hints.map((it) => it.head)).toEqual([1, 1])
  }, 20_000)

  test('a post that came before the start, of which nobody was told, is found', async () => {
    await desk.send([{ content: 'quiet', wake: 'none' }, { content: 'loud' }])
    await subscribe(phone)
    await server.stop()
    const { network } = service
    await using again = await startServer({ dataDir: server.dataDir }, { network, times })
    await service.until(1)
    await again.stop()
    expect(service.hints.map((it) => it.head)).toEqual([2])
  })
})

describe('what wakes', () => {
  test('wake says whether and how urgently; edits, deletes and marks wake nobody', async () => {
    await subscribe(phone)
    const [first] = await desk.send([{ content: 'hush', wake: 'none' }])
    const targetId = first?.messageId as string
    await desk.send([{ content: 'better', kind: 'edit', targetId, wake: 'high' }])
    const mark = { kind: 'mark', targetId, contentType: 'application/vnd.roost.mark+json' } as const
    await desk.send([{ content: '{"pinned":true}', ...mark, wake: 'high' }])
    await desk.send([{ content: 'now', wake: 'high' }])
    await service.until(1)
    expect((await allHints()).map((it) => [it.head, it.unread, it.urgency])).toEqual([[4, 2, 'high']])
  })

  test('one wakes its receiver, and never its sender', async () => {
    const tablet = await server.device(account, 'tablet')
    const [ofPhone, ofTablet] = [await subscribe(phone), await subscribe(tablet)]
    await desk.send([{ content: 'for the tablet', receiverDeviceId: tablet.deviceId }])
    await service.until(1)
    await phone.send([{ content: 'from the phone', receiverDeviceId: desk.deviceId }])
    await desk.send([{ content: 'for all' }])
    await service.until(2)
    expect((await allHints()).map((it) => [it.endpoint, it.head, it.unread])).toEqual([
      [ofTablet, 1, 1],
      [ofPhone, 3, 1],
    ])
  })

  test('a retry may say another wake, is the same message, and no device gets to see it', async () => {
    const messageId = '0190a0e0-0000-7000-8000-00000000beef'
    const [one] = await desk.send([{ content: 'x', messageId, wake: 'high' }])
    const { digest } = await desk.pull({ after: 0 })
    expect(await desk.send([{ content: 'x', messageId, wake: 'none' }])).toEqual([{ ...one, duplicate: true }])
    const batch = await desk.pull({ after: 0 })
    expect(batch.digest).toBe(digest)
    expect(batch.messages[0]).not.toHaveProperty('wake')
  })
})

describe('the end of a subscription', () => {
  test.each([404, 410])('a push service that answers %i ends it', async (status) => {
    await subscribe(phone)
    service.answerNext({ status })
    await desk.send([{ content: 'one' }])
    await service.until(1)
    await phone.pull({ after: 0 })
    await desk.send([{ content: 'two' }])
    expect(await allHints()).toHaveLength(1)
  })

  test('the device takes it back, also twice', async () => {
    await subscribe(phone)
    for (let n = 0; n < 2; n += 1) expect((await remove(phone.token)).status).toBe(204)
    await desk.send([{ content: 'one' }])
    expect(await allHints()).toEqual([])
  })

  test('a later one takes its place', async () => {
    await subscribe(phone)
    const later = await subscribe(phone)
    await desk.send([{ content: 'one' }])
    await service.until(1)
    expect((await allHints()).map((it) => it.endpoint)).toEqual([later])
  })

  test('it goes with its device', async () => {
    await subscribe(phone)
    await server.http('DELETE', pathOf('revokeDevice', phone.deviceId), { token: phone.token })
    expect((await put(phone.token, service.browser(keys).subscription)).json.error.code).toBe('revoked')
    await desk.send([{ content: 'one' }])
    expect(await allHints()).toEqual([])
  })
})

test('a send does not wait for a push service that never answers', async () => {
  await subscribe(phone)
  service.answerNext('hang', 'hang')
  await desk.send([{ content: 'one' }])
  await service.until(1)
  for (let n = 0; n < 20; n += 1) expect(await desk.send([{ content: 'more' }])).toMatchObject([{ ok: true }])
  expect(service.hints).toHaveLength(1)
})

describe('what is refused', () => {
  test.each([
    'http://push.example.test/x',
    'https://127.0.0.1/x',
    'https://0x7f.1/x',
    'https://2130706433/x',
    'https://10.0.0.1/x',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1/x',
    'https://0.0.0.0/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[fd00::1]/x',
    'https://[64:ff9b::7f00:1]/x',
    'https://localhost/x',
    'https://a.localhost./x',
    'https://me:secret@push.example.test/x',
  ])('%s', async (endpoint) => {
    const { subscription } = service.browser(keys)
    const answer = await put(phone.token, { ...subscription, endpoint })
    expect(answer).toMatchObject({ status: 400, json: { error: { code: 'invalid_request' } } })
  })

  test('a key that is no point of the curve', async () => {
    const { subscription } = service.browser(keys)
    const wrong = { ...subscription, keys: { ...subscription.keys, p256dh: 'B'.repeat(87) } }
    expect(await put(phone.token, wrong)).toMatchObject({ status: 400, json: { error: { code: 'invalid_request' } } })
  })
})

test('a server without Web Push has no key, leaves the feature out, and knows no such call', async () => {
  await using without = await startServer({ push: false })
  const own = await without.device(await without.signUp())
  const { json } = await without.http('GET', pathOf('about'))
  expect(json).not.toHaveProperty('pushKey')
  expect(json.features).not.toContain('push')
  const { subscription } = service.browser(keys)
  for (const method of ['PUT', 'DELETE']) {
    const body = method === 'PUT' ? { json: subscription } : {}
    const answer = await without.http(method, pathOf('subscribePush'), { token: own.token, ...body })
    expect(answer).toMatchObject({ status: 404, json: { error: { code: 'not_found' } } })
  }
})
