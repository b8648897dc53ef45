import { expect, test } from 'vitest'
import { type DeliveryInput, deliverySentence } from './delivery-sentence.ts'

const names: Record<string, string> = { phone: 'Pixel 9', ipad: 'Kitchen iPad', mac: 'Work Mac' }

const say = (change: Partial<DeliveryInput>) =>
  deliverySentence({
    reach: {},
    toAll: true,
    stored: true,
    waiting: 1,
    outlook: 'sends',
    asOf: '',
    nameOf: (it) => names[it] ?? it,
    ...change,
  })

test('a message that every device has is everywhere', () => {
  expect(say({ reach: { phone: 'has', ipad: 'has' } })).toBe('Everywhere')
  expect(say({ reach: { phone: 'has' }, toAll: false })).toBe('Pixel 9 has it')
})

test('with no other device to read it, the server has it', () => {
  expect(say({})).toBe('On your server')
})

test('a device that is away gets it when it wakes', () => {
  expect(say({ reach: { phone: 'has', ipad: 'away' } })).toBe('Kitchen iPad gets it when it wakes')
  expect(say({ reach: { phone: 40, ipad: 'away' } })).toBe('Kitchen iPad gets it when it wakes')
  expect(say({ reach: { phone: 'away', ipad: 'away' } })).toBe('2 devices get it when they wake')
})

test('a device that is fetching it has it on its way', () => {
  expect(say({ reach: { phone: 10, ipad: 99 } })).toBe('On its way')
  expect(say({ reach: { phone: 'has', ipad: 99 } })).toBe('On its way to Kitchen iPad')
  expect(say({ reach: { mac: 'has', phone: 10, ipad: 99 } })).toBe('On its way to 2 devices')
})

test('past knowledge is told in the past', () => {
  const asOf = 'as of 21:44'
  expect(say({ reach: { phone: 'has' }, asOf })).toBe('Everywhere')
  expect(say({ reach: { phone: 'has', ipad: 'away' }, asOf })).toBe('Kitchen iPad did not have it, as of 21:44')
  expect(say({ reach: { phone: 'away', ipad: 'away' }, asOf })).toBe('2 devices did not have it, as of 21:44')
})

test('a message that waits says for what', () => {
  const waits = { stored: false, reach: { phone: 'waits' as const } }
  expect(say(waits)).toBe('On its way')
  expect(say({ ...waits, outlook: 'noNetwork' })).toBe('Waits here and goes out with the network')
  expect(say({ ...waits, outlook: 'noNetwork', waiting: 2 })).toBe('Both wait here and go out with the network')
  expect(say({ ...waits, outlook: 'noNetwork', waiting: 3 })).toBe('All 3 wait here and go out with the network')
  expect(say({ ...waits, outlook: 'switchedOff' })).toBe('Waits here until you end Work offline')
  expect(say({ ...waits, outlook: 'signedOut', waiting: 2 })).toBe('All 2 wait here until you sign in')
})
