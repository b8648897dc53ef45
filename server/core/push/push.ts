import type { Presence } from '../ports/presence.ts'
import type { Hints, Push, PushStore, SendHint } from '../ports/push.ts'
import { checkSubscription } from './check-subscription.ts'
import { createDelivery } from './deliver.ts'
import type { HintTimes } from './hints.ts'
import { createHints } from './hints.ts'

export interface PushDeps {
  store: PushStore
  presence: Presence
  send: SendHint
  /** The server's public key in base64url. */
  key: string
  now: () => number
  onError: (error: unknown) => void
  times?: Partial<HintTimes & { pollMs: number }> | undefined
}

export interface PushService {
  push: Push
  hints: Hints
  start(): void
  /** Finishes what the sends so far have caused. */
  stop(): Promise<void>
}

/** Subscriptions of devices, and the hints that go to them. */
export function createPush({ key, send, ...deps }: PushDeps): PushService {
  const delivery = createDelivery({ ...deps, send, pollMs: deps.times?.pollMs })
  const hints = createHints({ ...deps, due: delivery.wake })
  return {
    hints,
    push: {
      key,
      async subscribe(caller, payload) {
        await deps.store.subscribe(caller, checkSubscription(payload))
        hints.subscribed(caller.userId)
      },
      unsubscribe: (caller) => deps.store.unsubscribe(caller),
    },
    start() {
      hints.start()
      delivery.wake()
    },
    async stop() {
      await hints.stop()
      await delivery.stop()
    },
  }
}
