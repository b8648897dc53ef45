import type { PullRequest } from '../../lib/protocol/batch.ts'
import { RoostError } from '../../lib/protocol/error.ts'
import type { AppendedMessage, BusEvent } from '../bus/bus.ts'
import type { BatchText } from '../mother/mother.ts'
import type { Backlog } from './socket/backlog.ts'

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

export interface Pump {
  appended(event: Appended): void
  /** The store's head, as somebody has just read it. */
  seen(head: number): void
  /** Where the first push begins: what `hello` said. */
  start(at: { head: number; floor: number }): void
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
    emit({ ...batch, messages: messages.map((it) => it.json) })
    forget()
  }

  async function pushPulled() {
    forget()
    const batch = await pull({ after: pushed })
    if (isStopped()) return
    latest = Math.max(latest, batch.head)
    floor = Math.max(floor, batch.floor)
    if (batch.upTo <= pushed) throw new Error(`a pull from ${pushed} went no further, with ${latest} to push`)
    pushed = batch.upTo
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

  /** After this turn of the loop, so that what several sends brought goes out as one batch. */
  function wake() {
    if (state !== 'idle' || pushed >= latest) return
    state = 'running'
    setImmediate(() => !isStopped() && void run())
  }

  return {
    appended(event) {
      if (isStopped() || event.upTo <= latest) return
      hold(event)
      latest = event.upTo
      wake()
    },
    seen(head) {
      latest = Math.max(latest, head)
      wake()
    },
    start(at) {
      if (isStopped()) return
      state = 'idle'
      pushed = at.head
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
