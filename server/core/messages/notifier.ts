import type { Bus, BusEvent } from '../ports/bus.ts'

export interface Notifier {
  /** In the order of the calls, after whoever is being answered in this tick has been answered. */
  notify(userId: string, event: BusEvent): void
  /** Resolves when all of it has been published. */
  flush(): Promise<void>
}

/** Persist, acknowledge, notify: the sender's answer goes out before the push of what it sent. */
export function createNotifier(bus: Bus): Notifier {
  let waiting: { userId: string; event: BusEvent }[] = []

  /** In one piece, so that whoever listens can act on all of it, and does not have to wait another turn for that. */
  function publish() {
    const all = waiting
    waiting = []
    for (const { userId, event } of all) bus.publish(userId, event)
  }

  return {
    notify(userId, event) {
      if (waiting.length === 0) setImmediate(publish)
      waiting.push({ userId, event })
    },
    flush: () => new Promise((resolve) => setImmediate(resolve)),
  }
}
