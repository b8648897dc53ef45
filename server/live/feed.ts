import type { PullRequest } from '../../lib/protocol/batch.ts'
import { RoostError } from '../../lib/protocol/error.ts'
import type { BatchText } from '../core/mother.ts'
import type { AppendedMessage, BusEvent } from '../core/ports/bus.ts'
import type { Backlog } from './backlog.ts'

type Appended = Extract<BusEvent, { type: 'appended' }>

/** Limit of messages held in memory, in UTF-16 units of JSON. Beyond it the feed forgets them and pulls. */
const HELD_UNITS = 512 * 1024
const RETRY_MS = 1_000

export interface FeedDeps {
  deviceId: string
  pull(request: PullRequest): Promise<BatchText>
  emit(batch: BatchText): void
  backlog: Pick<Backlog, 'isFull' | 'drained'>
  /** The feed cannot continue from its last batch, so sending would break the order. A new connection starts over. */
  giveUp(error: unknown): void
}

/** A version and the history digest there. */
export interface Position {
  head: number
  digest: string
}

export interface Feed {
  appended(event: Appended): void
  /** The version and history that the feed has sent. The store has to contain it from then on. */
  position(): Position
  /** Takes a head of the store that was read after the feed stood at `since`. */
  checkHead(head: Position, since: Position): void
  /** Starts the feed at the head that `hello` named. */
  start(at: Position & { floor: number }): void
  stop(): void
}

/**
 * Feeds one connection contiguously: it remembers how far it has sent and how far the log goes. It sends messages from
 * the bus as they are while they continue its last batch. In all other cases (an event without messages, a gap, a slow
 * reader) it pulls from the mother. So nothing piles up, however slow the reader is.
 */
export function createFeed({ deviceId, pull, emit, backlog, giveUp }: FeedDeps): Feed {
  let state: 'new' | 'idle' | 'running' | 'stopped' = 'new'
  let sent = 0
  let sentDigest = ''
  let floor = 0
  let latest = 0
  let held: AppendedMessage[] = []
  /** `held` covers the versions from `sent` to here, which is everything when it equals `latest`. */
  let heldUpTo = 0
  let heldUnits = 0
  let heldDigest = ''

  const isStopped = () => state === 'stopped'

  function forget() {
    held = []
    heldUnits = 0
    heldUpTo = sent
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

  function sendHeld() {
    const messages = held.filter(({ visibleTo }) => visibleTo === 'all' || visibleTo.includes(deviceId))
    const batch = { from: sent, upTo: heldUpTo, digest: heldDigest, head: latest, floor }
    sent = heldUpTo
    sentDigest = heldDigest
    emit({ ...batch, messages: messages.map((it) => it.json) })
    forget()
  }

  async function sendPulled() {
    forget()
    // With the digest, because a database that failed over to an older state may have grown past its earlier head
    // since.
    const batch = await pull({ after: sent, digest: sentDigest })
    if (isStopped()) return
    latest = Math.max(latest, batch.head)
    floor = Math.max(floor, batch.floor)
    if (batch.upTo <= sent) throw new Error(`a pull from ${sent} went no further, with ${latest} to push`)
    sent = batch.upTo
    sentDigest = batch.digest
    forget()
    emit(batch)
  }

  async function run() {
    state = 'running'
    try {
      while (!isStopped() && sent < latest) {
        if (backlog.isFull()) {
          forget()
          await backlog.drained()
        } else if (heldUpTo === latest) sendHeld()
        else await sendPulled()
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

  /** Runs after all events that are published together, so that several sends go out as one batch. */
  function wake() {
    if (state !== 'idle' || sent >= latest) return
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
    position: () => ({ head: sent, digest: sentDigest }),
    checkHead({ head, digest }, since) {
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
      sent = at.head
      sentDigest = at.digest
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
