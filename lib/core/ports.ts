import type { Batch } from '../protocol/batch.ts'
import type { AnswerOf, LiveCall, RequestOf } from '../protocol/calls.ts'
import type { DeviceInfo, Hello } from '../protocol/device.ts'
import type { ProtocolError } from '../protocol/error.ts'
import type { InboxEvent } from '../protocol/read.ts'
import type { SendRequest, SendResult } from '../protocol/send.ts'

/**
 * What the engine needs of the world. Everything with effects stands behind one of these, so that the same engine runs
 * in a page, in the service worker, in Node and in a simulation.
 */

/** Time and chance, as inputs. `now` is ms since the epoch; `random` is in [0, 1). */
export interface Clock {
  now(): number
  /** Calls `run` once after `ms`. Returns cancel. */
  after(ms: number, run: () => void): () => void
}
export type Random = () => number

/** Where this device stands: it holds everything visible to it up to `cursor`, in this `generation` of its storage. */
export interface Position {
  /** 1, 2, 3 …: a new one is begun when the mother's history turns out to be another. */
  generation: number
  cursor: number
  /** History digest at `cursor`; null when unknown (new storage, or cursor moved to a floor). */
  digest: string | null
}

export type Applied =
  /** Durable now. `added` counts messages; 0 with a moved cursor is an ordinary outcome. */
  | { outcome: 'applied'; position: Position; added: number }
  /** Every batch was old news; nothing changed. */
  | { outcome: 'old'; position: Position }
  /** A batch began after the cursor (or the generation is not `generation` any more): pull. What came before it was applied. */
  | { outcome: 'gap'; position: Position; added: number }

export type OutboxState =
  | { state: 'waiting' }
  /** On the mother as `version`; stays until the inbox holds that version, so that it never vanishes from the screen. */
  | { state: 'sent'; version: number; timestamp: number }
  | { state: 'failed'; error: ProtocolError }

export type OutboxEntry = {
  /** Order of composition on this device, given by the storage: 1, 2, 3 … */
  seq: number
  request: SendRequest
  /** ms since the epoch by this device's clock, for display only. */
  composedAt: number
} & OutboxState

/**
 * The device's own store: messages, cursor, outbox and what was last known of the other devices. Every method is one
 * transaction: it happens whole or not at all, and has happened (durably, where the store can) when its promise resolves.
 *
 * @throws StorageError when the store cannot (quota, blocked, gone); nothing of the call has happened then.
 */
export interface DeviceStore {
  position(): Promise<Position>
  /**
   * Applies batches by the inbox rule (inbox.ts), reading the cursor inside the same transaction. `generation` is the one
   * the caller started from; while another generation is being built, or if it is not the present one, the outcome is a gap.
   */
  apply(batches: readonly Batch[], generation: number): Promise<Applied>
  /** After `cursor_expired`: cursor to `floor`, and remember that versions up to it are gone. Moves only forward. */
  skipTo(floor: number): Promise<Position>

  /** The generation being built after `history_forked`, if any; survives a restart. */
  rebuilding(): Promise<Position | null>
  /** Begins one at `floor` (or begins it anew if one is there), leaving the present one untouched. */
  beginRebuild(floor: number): Promise<Position>
  /** Like apply, into the generation being built. */
  applyRebuild(batches: readonly Batch[], generation: number): Promise<Applied>
  /**
   * Swaps it in for the present generation, whose messages become orphans where only it held them; outbox entries that
   * were `sent` wait again (the same messageId makes that safe).
   */
  finishRebuild(generation: number): Promise<Position>

  /** Adds at the end of the outbox. */
  compose(request: SendRequest, composedAt: number): Promise<OutboxEntry>
  /** Oldest first, every state. */
  outbox(): Promise<OutboxEntry[]>
  /**
   * The messages for one request, in order (outbox.ts bounds it): orphans that are due, then the waiting entries at the
   * head of the outbox.
   */
  nextRequest(): Promise<SendRequest[]>
  /** What the mother said of these: stored → `sent` (or gone, if the inbox holds it already), refused for good → `failed`. */
  settle(results: readonly SendResult[]): Promise<void>
  /** Removes a failed entry; others stay. Answers whether it was there and failed. */
  discard(messageId: string): Promise<boolean>
  /** A failed entry goes to the end of the outbox as a new message with `messageId`; null if it was not there or not failed. */
  retry(failedMessageId: string, messageId: string, composedAt: number): Promise<OutboxEntry | null>

  /**
   * Queues orphans before the outbox once this device may send them in their senders' place (lib/storage/after-restore).
   * `now`: ms since the epoch; `waitMs`: how long to wait for senders that are still devices. Answers how many it queued,
   * and when to call it again.
   */
  giveBack(now: number, waitMs: number): Promise<{ queued: number; again: number | null }>

  devices(): Promise<DeviceInfo[]>
  saveDevices(devices: readonly DeviceInfo[]): Promise<void>

  /** Everything goes: messages, outbox, position. */
  wipe(): Promise<void>
  close(): void
}

export class StorageError extends Error {
  /**
   * `quota`: no room; `closed`: gone; `outdated`: taken over by a newer version of the app; `blocked`: another tab or
   * process has it open.
   * Screens choose their words by it.
   */
  readonly reason: 'quota' | 'closed' | 'outdated' | 'blocked' | 'failed'
  constructor(reason: StorageError['reason'], options?: ErrorOptions) {
    super(reason, options)
    this.name = 'StorageError'
    this.reason = reason
  }
}

/**
 * One call, one answer, for each call that a device makes. Every method rejects with a RoostError when the server refused,
 * and with a TransportError when nothing is known of the outcome.
 */
export type Transport = { [C in LiveCall]: (request: RequestOf<C>) => Promise<AnswerOf<C>> }

/** The call did not get through, or its answer did not come back: nobody knows whether it was carried out. */
export class TransportError extends Error {
  /** `bad_answer`: whatever answered is no Roost server, such as a proxy. */
  readonly code: 'no_answer' | 'not_connected' | 'bad_answer'
  constructor(code: TransportError['code'], options?: ErrorOptions) {
    super(code, options)
    this.name = 'TransportError'
    this.code = code
  }
}

/** What a live connection tells of its own accord. */
export interface LiveEvents {
  hello(hello: Hello): void
  batch(batch: Batch): void
  devices(devices: DeviceInfo[]): void
  /** readUpTo of the user has moved, on this device or another one. */
  inbox?(event: InboxEvent): void
  revoked(): void
  /** The handshake was refused; the connection is closed. */
  refused(error: ProtocolError): void
  /** Closed or lost after having been opened, or never opened. `comeBackAfterMs` when the mother asked for it. */
  closed(reason: string): void
}

/** A live connection. `open` makes one attempt and tells the outcome by events; it never tries again by itself. */
export interface LiveTransport extends Transport {
  open(events: LiveEvents): void
  close(): void
}
