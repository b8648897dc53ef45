import type { Bus, BusEvent } from '../bus/bus.ts'

export interface Notifier {
  /** In the order of the calls, after whoever is being answered in this tick has been answered. */
  notify(userId: string, event: BusEvent): void
  /** Resolves when all of it has been published. */
  flush(): Promise<void>
}

/** Persist, acknowledge, notify: the sender's answer goes out before the push of what it sent. */
export function createNotifier(bus: Bus): Notifier {
  return {
    notify: (userId, event) => void setImmediate(() => bus.publish(userId, event)),
    flush: () => new Promise((resolve) => setImmediate(resolve)),
  }
}
