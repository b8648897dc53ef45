import type { Bus, BusEvent } from '../ports/bus.ts'

export interface Notifier {
  /** Publishes in the order of the calls, after this tick's answers have gone out. */
  notify(userId: string, event: BusEvent): void
  /** Resolves when all events so far are published. */
  flush(): Promise<void>
}

/** Persist, acknowledge, notify: the sender gets its answer before other devices get the message. */
export function createNotifier(bus: Bus): Notifier {
  let waiting: { userId: string; event: BusEvent }[] = []

  /** Publishes all of them in one go, so that a listener can act on all at once without waiting another turn. */
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
