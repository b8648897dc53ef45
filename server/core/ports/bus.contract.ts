import { expect, test } from 'vitest'
import type { Bus, BusEvent } from './bus.ts'

/** Closed at the end of the test. */
export type OpenBus = (onError: (error: unknown) => void) => Bus | Promise<Bus>

export const appended = (upTo: number): BusEvent => ({
  ...{ type: 'appended', from: upTo - 1, upTo, digest: 'x', floor: 0 },
})

/** The rules for every bus between publishers and listeners of one node. */
export function busContract(open: OpenBus) {
  async function setUp() {
    const errors: unknown[] = []
    const bus = await open((error) => errors.push(error))
    return { errors, bus }
  }

  test('events reach the listeners of that user alone, until they unsubscribe', async () => {
    const { bus } = await setUp()
    const heard = listen(bus, 'ann')
    bus.publish('ben', appended(1))
    bus.publish('ann', appended(2))
    heard.unsubscribe()
    heard.unsubscribe()
    bus.publish('ann', appended(3))
    expect(heard.events).toEqual([appended(2)])
  })

  test('every event comes as it was published', async () => {
    const { bus } = await setUp()
    const heard = listen(bus, 'ann')
    const events: BusEvent[] = [
      appended(1),
      { type: 'devices' },
      { type: 'read', readUpTo: 3, head: 4 },
      { type: 'file', fileId: 'f', viewers: ['a'] },
      { type: 'revoked', deviceId: 'phone' },
    ]
    for (const event of events) bus.publish('ann', event)
    expect(heard.events).toEqual(events)
  })

  test('every listener hears events in the order in which they were published, also from within a listener', async () => {
    const { bus } = await setUp()
    bus.subscribe('ann', (event) => {
      if (event.type === 'appended' && event.upTo === 1) bus.publish('ann', appended(2))
    })
    const heard = listen(bus, 'ann')
    bus.publish('ann', appended(1))
    expect(heard.events).toEqual([appended(1), appended(2)])
  })

  test('a listener that throws harms no other', async () => {
    const { bus, errors } = await setUp()
    bus.subscribe('ann', (event) => {
      if (event.type === 'appended') throw new Error('broken')
    })
    const heard = listen(bus, 'ann')
    bus.publish('ann', appended(1))
    bus.publish('ann', appended(2))
    expect(heard.events).toHaveLength(2)
    expect(errors).toHaveLength(2)
  })

  test('a listener that was unsubscribed by one before it hears nothing more', async () => {
    const { bus } = await setUp()
    const others: (() => void)[] = []
    bus.subscribe('ann', () => {
      for (const unsubscribe of others) unsubscribe()
    })
    const heard = listen(bus, 'ann')
    others.push(heard.unsubscribe)
    bus.publish('ann', appended(1))
    expect(heard.events).toEqual([])
  })

  test('everybody who listens is told when something may have been missed', async () => {
    const { bus } = await setUp()
    const told: string[] = []
    for (const user of ['ann', 'ben']) bus.subscribe(user, ({ type }) => told.push(`${user} ${type}`))
    const gone = bus.subscribe('carl', () => told.push('carl'))
    gone()
    bus.announceMissed()
    expect(told).toEqual(['ann missed', 'ben missed'])
  })
}

/** Records all events but `missed`. */
export function listen(bus: Bus, userId: string) {
  const events: BusEvent[] = []
  const unsubscribe = bus.subscribe(userId, (event) => event.type !== 'missed' && events.push(event))
  return { events, unsubscribe }
}
