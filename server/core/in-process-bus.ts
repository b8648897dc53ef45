import type { Bus, BusEvent } from './ports/bus.ts'

type Listener = (event: BusEvent) => void

/**
 * The bus of a single node. A listener that throws does not affect the others. An event that a listener publishes waits
 * until every listener has heard the present one.
 */
export function createInProcessBus(onError: (error: unknown) => void): Bus {
  const listeners = new Map<string, Set<Listener>>()
  const waiting: { userId: string; event: BusEvent }[] = []
  let delivering = false

  function deliver(userId: string, event: BusEvent) {
    for (const listener of [...(listeners.get(userId) ?? [])]) {
      if (!listeners.get(userId)?.has(listener)) continue
      try {
        listener(event)
      } catch (error) {
        onError(error)
      }
    }
  }

  function publish(userId: string, event: BusEvent) {
    if (!listeners.has(userId)) return
    waiting.push({ userId, event })
    if (delivering) return
    delivering = true
    for (let next = waiting.shift(); next; next = waiting.shift()) deliver(next.userId, next.event)
    delivering = false
  }

  return {
    publish,
    announceMissed() {
      for (const userId of [...listeners.keys()]) publish(userId, { type: 'missed' })
    },
    subscribe(userId, listener) {
      // A wrapper per subscription, so that one function subscribed twice is two subscriptions.
      const own: Listener = (event) => listener(event)
      const ofUser = listeners.get(userId) ?? new Set()
      listeners.set(userId, ofUser.add(own))
      return () => {
        ofUser.delete(own)
        if (ofUser.size === 0 && listeners.get(userId) === ofUser) listeners.delete(userId)
      }
    },
    async close() {
      listeners.clear()
    },
  }
}
