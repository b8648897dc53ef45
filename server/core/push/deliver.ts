import type { Presence } from '../ports/presence.ts'
import type { HintOutcome, PushStore, SendHint, TakenHint } from '../ports/push.ts'
import { backoff } from './backoff.ts'

export interface DeliverDeps {
  store: PushStore
  presence: Presence
  send: SendHint
  now: () => number
  random?: () => number
  onError: (error: unknown) => void
  pollMs?: number | undefined
}

/** Hints on their way at once. All others wait in the store. */
const AT_ONCE = 16
/** A send gives up long before. Then another node, or the next start of this one, may take the hint. */
const LEASE_MS = 60_000
/** Looks at least so often for hints that another node has left. */
const POLL_MS = 60_000

export interface Delivery {
  /** Hints may be due. */
  wake(): void
  /** Takes no more. Resolves when those on their way have an outcome. */
  stop(): Promise<void>
}

/** Brings due hints to push services, a bounded number at once. */
export function createDelivery(deps: DeliverDeps): Delivery {
  const { store, presence, send, now, random = Math.random, onError, pollMs = POLL_MS } = deps
  const sending = new Set<Promise<void>>()
  let taking: Promise<void> | undefined
  let again = false
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function outcomeOf(hint: TakenHint): Promise<HintOutcome> {
    const { userId, deviceId, subscription, urgency, tries } = hint
    if ((await presence.online(userId)).has(deviceId)) return 'unneeded'
    const content = await store.hintFor(userId, deviceId)
    if (content === null) return 'unneeded'
    const outcome = await send(subscription, content, urgency)
    if (outcome === 'gone' || outcome === 'sent') return outcome
    const wait = outcome === 'refused' ? null : backoff(tries + 1, outcome.again.afterMs, random)
    return wait === null ? 'sent' : { again: now() + wait }
  }

  async function deliver(hint: TakenHint): Promise<void> {
    await store.settleHint(hint, await outcomeOf(hint))
  }

  async function take(): Promise<void> {
    do {
      again = false
      const limit = AT_ONCE - sending.size
      if (limit <= 0 || stopped) return
      const hints = await store.takeHints({ now: now(), lease: now() + LEASE_MS, limit })
      for (const hint of hints) {
        const sent: Promise<void> = deliver(hint)
          .catch(onError)
          .finally(() => {
            sending.delete(sent)
            wake()
          })
        sending.add(sent)
      }
      again ||= hints.length === limit
    } while (again)
    await sleep()
  }

  async function sleep(): Promise<void> {
    const at = await store.nextHintAt()
    if (stopped) return
    const ms = at === null ? pollMs : Math.min(Math.max(at - now(), 0), pollMs)
    clearTimeout(timer)
    timer = setTimeout(wake, ms).unref()
  }

  function wake(): void {
    if (stopped) return
    again = true
    taking ??= take()
      .catch((error) => {
        onError(error)
        timer = setTimeout(wake, pollMs).unref()
      })
      .finally(() => {
        taking = undefined
        if (again && sending.size < AT_ONCE) wake()
      })
  }

  return {
    wake,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await taking
      await Promise.all(sending)
    },
  }
}
