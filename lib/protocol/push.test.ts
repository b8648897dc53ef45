import * as v from 'valibot'
import { expect, test } from 'vitest'
import { subscriptionSchema } from './push.ts'
import { checkSendItem } from './send.ts'

const item = { messageId: '00000000-0000-7000-8000-000000000001', receiverDeviceId: 'all', content: 'x' }

test.each(['none', 'normal', 'high', undefined])('%s is a way to wake', (wake) => {
  expect(checkSendItem({ ...item, wake })).toMatchObject({ ok: true })
})

test.each(['loud', '', 1, true, null, {}])('%s is none', (wake) => {
  const checked = checkSendItem({ ...item, wake })
  expect(checked).toMatchObject({ ok: false, error: { code: 'invalid_request', message: /wake/ } })
})

const keys = { p256dh: 'B'.repeat(87), auth: 'A'.repeat(22) }
const subscription = { endpoint: 'https://push.example.test/a', keys }

test('a subscription is taken as the browser says it', () => {
  expect(v.is(subscriptionSchema, { ...subscription, expirationTime: null })).toBe(true)
})

test.each([
  ['no address', { keys }],
  ['an address without encryption', { ...subscription, endpoint: 'http://push.example.test/a' }],
  ['another scheme', { ...subscription, endpoint: 'file:///etc/passwd' }],
  ['no URL', { ...subscription, endpoint: 'https:// /' }],
  ['an address without end', { ...subscription, endpoint: `https://push.example.test/${'a'.repeat(2048)}` }],
  ['no keys', { endpoint: subscription.endpoint }],
  ['a short key', { ...subscription, keys: { ...keys, p256dh: 'B'.repeat(86) } }],
  ['a secret in other letters', { ...subscription, keys: { ...keys, auth: `${'A'.repeat(21)}+` } }],
])('%s is refused', (_what, wrong) => expect(v.is(subscriptionSchema, wrong)).toBe(false))
