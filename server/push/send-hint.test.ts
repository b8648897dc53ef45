import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPushBrowser } from '../../tests/kit/push/browser.ts'
import { type PushServiceDouble, startPushService } from '../../tests/kit/push/push-service.ts'
import { ownVapidKey } from '../config/vapid-key.ts'
import { temporaryFolder } from '../core/ports/store-contract/kit.ts'
import { internet, type Network } from './lookup.ts'
import { createSendHint, judge } from './send-hint.ts'
import { vapidOf } from './vapid.ts'

const hint = { head: 2, unread: 1 }

let service: PushServiceDouble
let refusals: string[]
beforeEach(async () => {
  service = await startPushService()
  refusals = []
})
afterEach(() => service[Symbol.asyncDispose]())

async function setUp(network: Partial<Network> = {}) {
  const vapid = vapidOf(ownVapidKey(await temporaryFolder()), 'mailto:operator@example.org')
  const deps = { vapid, now: Date.now, refused: (why: string) => refusals.push(why) }
  const send = createSendHint({ ...deps, network: { ...service.network, ...network } })
  return { send, ...service.browser(vapid.publicKey) }
}

test('a hint arrives encrypted for its browser, from a sender that the push service can tell', async () => {
  const { send, subscription } = await setUp()
  expect(await send(subscription, hint, 'high')).toBe('sent')
  expect(service.hints).toMatchObject([{ ...hint, urgency: 'high', topic: 'inbox', ttl: 259_200 }])
  expect(service.faults).toEqual([])
})

test('the double refuses what is not for its browser, or from another sender', async () => {
  const { send, subscription } = await setUp()
  const other = createPushBrowser(subscription.endpoint).subscription
  expect(await send({ ...subscription, keys: other.keys }, hint, 'normal')).toBe('refused')
  const stranger = await setUp()
  expect(await stranger.send(subscription, hint, 'normal')).toBe('refused')
  expect(service.faults).toEqual([expect.any(String), 'VAPID: another key than the subscription is for'])
  expect(refusals).toEqual(Array(2).fill(expect.stringMatching(/refuses hints with status 400$/)))
})

const inside = [
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:192.168.1.1',
  'fe80::1',
  'fd12::1',
  '64:ff9b::a00:1',
  '2002:a00:1::',
  'nonsense',
]

test.each(inside)('a name that leads to %s is not called, nor the public address beside it', async (address) => {
  const resolve = async () => [
    { address: '127.0.0.1', family: 4 },
    { address, family: address.includes(':') ? 6 : 4 },
  ]
  const isPublic = (it: string) => (it === '127.0.0.1' && address !== it ? true : internet.isPublic(it))
  const { send, subscription } = await setUp({ resolve, isPublic })
  expect(await send(subscription, hint, 'normal')).toBe('refused')
  expect(service.connections()).toBe(0)
  expect(refusals[0]).toMatch(/^A push service was not called: push\.example\.test has the address/)
})

test('an address in place of a name is not called either', async () => {
  const { send, subscription } = await setUp({ isPublic: internet.isPublic })
  const { port } = new URL(subscription.endpoint)
  for (const host of ['127.0.0.1', '[::1]', '[::ffff:7f00:1]']) {
    const it = { ...subscription, endpoint: `https://${host}:${port}/x` }
    expect(await send(it, hint, 'normal')).toBe('refused')
  }
  expect(service.connections()).toBe(0)
})

test('the address that was checked is the one that is called: the name is looked up once', async () => {
  const answers = ['127.0.0.1', '10.0.0.1']
  const asked: string[] = []
  const resolve = async (name: string) => {
    asked.push(name)
    return [{ address: answers.shift() as string, family: 4 }]
  }
  const { send, subscription } = await setUp({ resolve, isPublic: (it) => it === '127.0.0.1' })
  expect(await send(subscription, hint, 'normal')).toBe('sent')
  expect(asked).toEqual(['push.example.test'])
})

test('a redirect is not followed', async () => {
  const { send, subscription } = await setUp()
  service.answerNext({ status: 307, headers: { Location: subscription.endpoint } })
  expect(await send(subscription, hint, 'normal')).toBe('refused')
  expect(service.hints).toHaveLength(1)
})

test('a name that is not known, and a push service that is not there, are tried again', async () => {
  const unknown = await setUp({ resolve: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })) })
  expect(await unknown.send(unknown.subscription, hint, 'normal')).toEqual({ again: { afterMs: undefined } })
  const { send, subscription } = await setUp()
  const closed = { ...subscription, endpoint: 'https://push.example.test:1/x' }
  expect(await send(closed, hint, 'normal')).toEqual({ again: { afterMs: undefined } })
})

const now = Date.parse('2026-01-01T00:00:00Z')
test.each([
  [200, undefined, 'sent'],
  [201, undefined, 'sent'],
  [404, undefined, 'gone'],
  [410, undefined, 'gone'],
  [400, undefined, 'refused'],
  [403, undefined, 'refused'],
  [413, undefined, 'refused'],
  [301, undefined, 'refused'],
  [429, '120', { again: { afterMs: 120_000 } }],
  [503, 'Thu, 01 Jan 2026 00:01:00 GMT', { again: { afterMs: 60_000 } }],
  [503, 'Wed, 31 Dec 2025 00:00:00 GMT', { again: { afterMs: undefined } }],
  [500, 'soon', { again: { afterMs: undefined } }],
  [502, undefined, { again: { afterMs: undefined } }],
] as const)('%i with Retry-After %s: %j', (status, retryAfter, outcome) => {
  expect(judge({ status, retryAfter }, now)).toEqual(outcome)
})
