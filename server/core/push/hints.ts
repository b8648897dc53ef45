import type { Caller } from '../mother.ts'
import type { Presence } from '../ports/presence.ts'
import type { Hints, PushStore } from '../ports/push.ts'

export interface HintsDeps {
  store: PushStore
  presence: Presence
  now: () => number
  onError: (error: unknown) => void
  /** Hints have become due. */
  due: () => void
  times?: Partial<HintTimes> | undefined
}

export interface HintTimes {
  /** A device whose connection has just closed may come back at once. */
  graceMs: number
  /** From time to time the server looks for sleepers that nobody told it of: after a restart, or a node that died. */
  sweepMs: number
  /** For so long a user without a subscription costs nothing. */
  forgetMs: number
}

const usual: HintTimes = { graceMs: 10_000, sweepMs: 60_000, forgetMs: 5_000 }

/** Users that wait to be looked at. Beyond it the sweep finds them. */
const WAITING_USERS = 10_000
const LOOKS = 4
const SWEEP_PAGE = 100

export interface HintKeeper extends Hints {
  start(): void
  /** A user has a subscription now. */
  subscribed(userId: string): void
  stop(): Promise<void>
}

/**
 * Decides which sleeping devices get a hint. All of it happens beside the calls of devices, a few users at a time: a send only
 * leaves the user's id here.
 */
export function createHints({ store, presence, now, onError, due, times }: HintsDeps): HintKeeper {
  const { graceMs, sweepMs, forgetMs } = { ...usual, ...times }
  /** By user: the version above which the new posts are. */
  const waiting = new Map<string, number>()
  /** Users without a subscription, and until when that counts. */
  const without = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()
  const looks = new Set<Promise<void>>()
  let stopped = false

  async function look(userId: string, from: number): Promise<void> {
    const asleep = await store.sleepers(userId, from)
    if (asleep === null) return void without.set(userId, now() + forgetMs)
    if (asleep.length === 0) return
    const online = await presence.online(userId)
    const offline = asleep.filter((it) => !online.has(it.deviceId))
    if (offline.length === 0) return
    await store.claimHints(userId, offline, now())
    due()
  }

  function next(): void {
    const [first] = waiting
    if (first === undefined || looks.size >= LOOKS) return
    waiting.delete(first[0])
    const looking: Promise<void> = look(...first)
      .catch(onError)
      .finally(() => {
        looks.delete(looking)
        next()
      })
    looks.add(looking)
    next()
  }

  function lookAt(userId: string, from: number): void {
    if (stopped || (!waiting.has(userId) && waiting.size >= WAITING_USERS)) return
    if (waiting.size === 0) setImmediate(next)
    waiting.set(userId, Math.min(from, waiting.get(userId) ?? from))
  }

  async function sweep(): Promise<void> {
    for (const [userId, until] of without) if (until <= now()) without.delete(userId)
    for (let users = await store.usersBehind('', SWEEP_PAGE); users.length > 0 && !stopped; ) {
      for (const userId of users) await look(userId, 0)
      users = users.length < SWEEP_PAGE ? [] : await store.usersBehind(users.at(-1) as string, SWEEP_PAGE)
    }
  }

  function after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      run()
    }, ms).unref()
    timers.add(timer)
  }

  function sweepAfter(ms: number): void {
    after(ms, async () => {
      const swept = sweep().catch(onError)
      looks.add(swept)
      await swept
      looks.delete(swept)
      if (!stopped) sweepAfter(sweepMs)
    })
  }

  async function clear(caller: Caller): Promise<void> {
    if (await store.hasHint(caller)) await store.clearHint(caller)
  }

  return {
    start: () => sweepAfter(graceMs),
    appended(userId, from) {
      if ((without.get(userId) ?? 0) <= now()) lookAt(userId, from)
    },
    subscribed: (userId) => void without.delete(userId),
    connected: clear,
    async reacted(caller) {
      // Its hint was cleared when it connected, and none is made while it is there.
      if (!presence.isHere(caller)) await clear(caller)
    },
    async left(caller) {
      if (stopped) return
      await clear(caller)
      after(graceMs, () => lookAt(caller.userId, 0))
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer)
      // A send that was just answered may have left its user here.
      while (waiting.size > 0 || looks.size > 0) {
        next()
        await Promise.all(looks)
      }
      stopped = true
    },
  }
}
