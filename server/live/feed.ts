import type { PullRequest } from '../../lib/protocol/batch.ts'
import { RoostError } from '../../lib/protocol/error.ts'
import type { BatchText } from '../core/mother.ts'
import type { AppendedMessage, BusEvent } from '../core/ports/bus.ts'
import type { Backlog } from './backlog.ts'

type Appended = Extract<BusEvent, { type: 'appended' }>

/** What waits in memory to be pushed, as JSON; beyond it the pump forgets and pulls. UTF-16 units. */
const HELD_UNITS = 512 * 1024
const RETRY_MS = 1_000

export interface PumpDeps {
  deviceId: string
  pull(request: PullRequest): Promise<BatchText>
  emit(batch: BatchText): void
  backlog: Backlog
  /** A push that cannot follow on the one before would break its promise; a new connection begins anew. */
  giveUp(error: unknown): void
}

/** A version and the history digest there. */
export interface Standing {
  head: number
  digest: string
}

export interface Pump {
  appended(event: Appended): void
  /** Up to where it has pushed of which history: whatever the store says afterwards has to hold that. */
  standing(): Standing
  /** The store's head, as somebody has read it who knew what had been pushed then. */
  seen(head: Standing, since: Standing): void
  /** Where the first push begins: what `hello` said. */
  start(at: Standing & { floor: number }): void
  stop(): void
}

/**
 * Pushes to one connection, contiguously: it remembers how far it has pushed and how far there is something to push.
 * What the bus brought goes out as it is while it follows on; everything else (an event without messages, a gap, a slow
 * reader) is the same case, "behind", and is pulled from the mother. So nothing piles up, whatever the reader does.
 */
export function createPump({ deviceId, pull, emit, backlog, giveUp }: PumpDeps): Pump {
  let state: 'new' | 'idle' | 'running' | 'stopped' = 'new'
  let pushed = 0
  let pushedDigest = ''
  let floor = 0
  let latest = 0
  let held: AppendedMessage[] = []
  /** `held` covers the versions from `pushed` to here: all that there is when it equals `latest`. */
  let heldUpTo = 0
  let heldUnits = 0
  let heldDigest = ''

  const isStopped = () => state === 'stopped'

  function forget() {
    held = []
    heldUnits = 0
    heldUpTo = pushed
  }

  function hold(event: Appended) {
    if (event.messages === undefined || event.from > heldUpTo || backlog.isFull()) return
    floor = Math.max(floor, event.floor)
    for (const it of event.messages) {
      if (it.version <= heldUpTo) continue
      held.push(it)
      heldUnits += it.json.length
    }
    heldUpTo = event.upTo
    heldDigest = event.digest
    if (heldUnits > HELD_UNITS) forget()
  }

  function pushHeld() {
    const messages = held.filter(({ visibleTo }) => visibleTo === 'all' || visibleTo.includes(deviceId))
    const batch = { from: pushed, upTo: heldUpTo, digest: heldDigest, head: latest, floor }
    pushed = heldUpTo
    pushedDigest = heldDigest
    emit({ ...batch, messages: messages.map((it) => it.json) })
    forget()
  }

  async function pushPulled() {
    forget()
    // With the digest: a database that failed over to an older state may have overtaken what it had before.
    const batch = await pull({ after: pushed, digest: pushedDigest })
    if (isStopped()) return
    latest = Math.max(latest, batch.head)
    floor = Math.max(floor, batch.floor)
    if (batch.upTo <= pushed) throw new Error(`a pull from ${pushed} went no further, with ${latest} to push`)
    pushed = batch.upTo
    pushedDigest = batch.digest
    forget()
    emit(batch)
  }

  async function run() {
    state = 'running'
    try {
      while (!isStopped() && pushed < latest) {
        if (backlog.isFull()) {
          forget()
          await backlog.drained()
        } else if (heldUpTo === latest) pushHeld()
        else await pushPulled()
      }
      if (!isStopped()) state = 'idle'
    } catch (error) {
      onFailure(error)
    }
  }

  function onFailure(error: unknown) {
    if (isStopped()) return
    if (!(error instanceof RoostError) || error.code !== 'unavailable') return giveUp(error)
    setTimeout(() => !isStopped() && void run(), RETRY_MS).unref()
  }

  /** When all that is published at once is heard, so that what several sends brought goes out as one batch. */
  function wake() {
    if (state !== 'idle' || pushed >= latest) return
    state = 'running'
    queueMicrotask(() => !isStopped() && void run())
  }

  return {
    appended(event) {
      if (isStopped() || event.upTo <= latest) return
      hold(event)
      latest = event.upTo
      wake()
    },
    standing: () => ({ head: pushed, digest: pushedDigest }),
    seen({ head, digest }, since) {
      if (isStopped()) return
      if (head < since.head || (head === since.head && digest !== since.digest)) {
        return giveUp(new RoostError('history_forked', `the store went back from ${since.head} to ${head}`))
      }
      latest = Math.max(latest, head)
      wake()
    },
    start(at) {
      if (isStopped()) return
      state = 'idle'
      pushed = at.head
      pushedDigest = at.digest
      floor = Math.max(floor, at.floor)
      forget()
      latest = Math.max(latest, at.head)
      wake()
    },
    stop() {
      state = 'stopped'
      held = []
    },
  }
}
