import { expect, test } from 'vitest'
import type { BusEvent } from './bus.ts'
import { createInProcessBus } from './in-process.ts'

const appended = (upTo: number): BusEvent => ({ type: 'appended', from: upTo - 1, upTo, digest: 'x' })

function setUp() {
  const errors: unknown[] = []
  return { errors, bus: createInProcessBus((error) => errors.push(error)) }
}

test('events reach the listeners of that user alone, until they unsubscribe', () => {
  const { bus } = setUp()
  const heard: unknown[] = []
  const unsubscribe = bus.subscribe('ann', (event) => heard.push(event))
  bus.publish('ben', appended(1))
  bus.publish('ann', appended(2))
  unsubscribe()
  unsubscribe()
  bus.publish('ann', appended(3))
  expect(heard).toEqual([appended(2)])
})

test('every listener hears events in the order in which they were published, also from within a listener', () => {
  const { bus } = setUp()
  const heard: number[] = []
  bus.subscribe('ann', (event) => {
    if (event.type === 'appended' && event.upTo === 1) bus.publish('ann', appended(2))
  })
  bus.subscribe('ann', (event) => event.type === 'appended' && heard.push(event.upTo))
  bus.publish('ann', appended(1))
  expect(heard).toEqual([1, 2])
})

test('a listener that throws harms no other', () => {
  const { bus, errors } = setUp()
  const heard: unknown[] = []
  bus.subscribe('ann', () => {
    throw new Error('broken')
  })
  bus.subscribe('ann', (event) => heard.push(event))
  bus.publish('ann', appended(1))
  bus.publish('ann', appended(2))
  expect(heard).toHaveLength(2)
  expect(errors).toHaveLength(2)
})

test('a listener that was unsubscribed by one before it hears nothing more', () => {
  const { bus } = setUp()
  const heard: unknown[] = []
  const others: (() => void)[] = []
  bus.subscribe('ann', () => {
    for (const unsubscribe of others) unsubscribe()
  })
  others.push(bus.subscribe('ann', (event) => heard.push(event)))
  bus.publish('ann', appended(1))
  expect(heard).toEqual([])
})
