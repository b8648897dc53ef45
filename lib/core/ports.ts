import type { Activity } from '../protocol/activity.ts'
import type { Batch } from '../protocol/batch.ts'
import type { AnswerOf, LiveCall, RequestOf } from '../protocol/calls.ts'
import type { DeviceInfo, FormerDevice, Hello } from '../protocol/device.ts'
import type { ProtocolError } from '../protocol/error.ts'
import type { FileEvent } from '../protocol/files.ts'
import type { PairingEvent } from '../protocol/pairing.ts'
import type { InboxEvent } from '../protocol/read.ts'
import type { SendRequest, SendResult } from '../protocol/send.ts'
import type { DeviceList } from './device-list.ts'
import type { Drafts } from './outbox/drafts.ts'

/**
 * The engine reaches the world only through these interfaces. So the same engine runs in a page, in the service worker,
 * in Node and in a simulation.
 */

/** Time and randomness, as inputs. `now` is ms since the epoch; `random` is in [0, 1). */
export interface Clock {
  now(): number
  /** Calls `run` once after `ms`. Returns cancel. */
  after(ms: number, run: () => void): () => void
}
export type Random = () => number

/** A device's position: it holds everything visible to it up to `cursor`, in this `generation` of its storage. */
export interface Position {
  /** 1, 2, 3 …: the device begins a new one when the server turns out to have another history. */
  generation: number
  cursor: number
  /** History digest at `cursor`; null when unknown (new storage, or a cursor that moved to a floor). */
  digest: string | null
}

export type Applied =
  /** The batches are durable. `added` counts messages; a cursor that moved without any is an ordinary outcome. */
  | { outcome: 'applied'; position: Position; added: number }
  /** Every batch was old; nothing changed. */
  | { outcome: 'old'; position: Position }
  /**
   * A batch began after the cursor, or the generation is not `generation` any more: pull. The batches before it were
   * applied.
   */
  | { outcome: 'gap'; position: Position; added: number }

export type OutboxState =
  | { state: 'waiting' }
  /**
   * The server has stored it as `version`. The entry stays until the inbox holds that version, so that the message
   * never vanishes from the screen.
   */
  | { state: 'sent'; version: number; timestamp: number }
  | { state: 'failed'; error: ProtocolError }

export type OutboxEntry = {
  /** Order of composition on this device, given by the storage: 1, 2, 3 … */
  seq: number
  request: SendRequest
  /** ms since the epoch by this device's clock, for display only. */
  composedAt: number
  /** It has never left this device, so it may still change in place. */
  fresh?: true
  /** It does not go out before (ms since the epoch by this device's clock), so that the person can take it back. */
  heldUntil?: number
} & OutboxState

/** A message that was composed elsewhere: by another device, or in another program. */
export type Written = Pick<OutboxEntry, 'request' | 'composedAt'>

/** A device that has joined the account, by the names of that time. */
export interface JoinedDevice {
  deviceId: string
  name: string
  /** The name of the device whose invitation it used, if any. */
  invitedBy?: string
}

/** An edit, a delete or a mark. */
export type ChangeRequest = SendRequest & { targetId: string }

/** The result of deleting posts, for taking it back. */
export interface Deletion {
  /** The messageIds of the deletes that wait in the outbox. */
  held: readonly string[]
  /** Posts that had never left the device, or had failed. They are gone from the outbox. */
  dropped: readonly OutboxEntry[]
}

/** How far the person has read, on any device, and how much is left. */
export interface ReadPosition {
  /** This device's own cursor. */
  cursor: number
  /** Everything up to this version has been seen on some device. It only moves forward. */
  readUpTo: number
  /** The server is known to have stored it up to here. */
  confirmed: number
  /** The posts of others above `readUpTo` that are not deleted: their number by the sender's deviceId. */
  unread: Readonly<Record<string, number>>
}

/**
 * The device's own store: messages, cursor, outbox and the last known list of devices. Every method is one transaction.
 * It happens as a whole or not at all, and is durable (where the store can be) when its promise resolves.
 *
 * @throws StorageError when the store fails (quota, blocked, gone). The call has then changed nothing.
 */
export interface DeviceStore {
  position(): Promise<Position>
  /**
   * Applies batches by the inbox rule (inbox.ts) and reads the cursor in the same transaction. `generation` is the one
   * that the caller started from. The outcome is a gap if it is no longer the present one, or while a rebuild is
   * running.
   */
  apply(batches: readonly Batch[], generation: number): Promise<Applied>
  /**
   * After `cursor_expired`: moves the cursor to `floor` and remembers that the versions up to it are gone. Moves only
   * forward.
   */
  skipTo(floor: number): Promise<Position>

  /** The generation that a rebuild after `history_forked` fills, if one is running. It survives a restart. */
  rebuilding(): Promise<Position | null>
  /** Begins a rebuild at `floor`, in place of one that is running. The present generation stays untouched. */
  beginRebuild(floor: number): Promise<Position>
  /** Like `apply`, into the generation that the rebuild fills. */
  applyRebuild(batches: readonly Batch[], generation: number): Promise<Applied>
  /**
   * Replaces the present generation by the rebuilt one. Messages that only the old one held become orphans. Outbox
   * entries that were `sent` wait again, which the same messageIds make safe.
   */
  finishRebuild(generation: number): Promise<Position>

  readPosition(): Promise<ReadPosition>
  /** The person has seen everything up to `version`, at most up to the cursor, on this device. */
  markRead(version: number): Promise<ReadPosition>
  /**
   * The server's own number: what was seen on any device. It may lie beyond the cursor. A position beyond the server's
   * `head` comes from a history that the server has lost, so it falls back to `head`.
   */
  confirmRead(readUpTo: number, head?: number): Promise<ReadPosition>

  /**
   * Appends to the outbox. `fromDraft`: the draft for its receiver is gone in the same transaction. `fresh`: no server
   * can know the message.
   */
  compose(
    request: SendRequest,
    composedAt: number,
    how?: { fromDraft?: boolean | undefined; fresh?: boolean },
  ): Promise<OutboxEntry>
  /** Edits a post: in the outbox itself what has never left it, else by this request. */
  edit(request: ChangeRequest, composedAt: number, fresh: boolean): Promise<void>
  /** Marks a post. A mark that has never left the outbox takes in what this one says. */
  mark(request: ChangeRequest, composedAt: number): Promise<void>
  /** Deletes posts: what has never left the outbox at once, the others by these requests, held until `heldUntil`. */
  remove(requests: readonly ChangeRequest[], composedAt: number, heldUntil: number): Promise<Deletion>
  /** Takes deletes back that have not left the outbox. Answers whether all of them came back. */
  undoRemove(deletion: Deletion): Promise<boolean>
  /** Appends all of them, in order. A messageId that is there already stays as it is. */
  composeAll(written: readonly Written[]): Promise<void>
  /** All entries, oldest first. */
  outbox(): Promise<OutboxEntry[]>
  /**
   * The messages for one request, in order (outbox.ts limits it): first orphans that are due, then the oldest waiting
   * entries of the outbox that are due at `now`. They count as sent from here on.
   */
  nextRequest(now: number): Promise<SendRequest[]>
  /** When the next held message is due (ms since the epoch); null when none is held. */
  nextDueAt(now: number): Promise<number | null>
  /**
   * Applies the server's results: stored → `sent` (or removed if the inbox holds it already), refused for good →
   * `failed`. The edits and deletes of a refused post happen on this device alone.
   */
  settle(results: readonly SendResult[]): Promise<void>
  /** Removes an entry if it has failed. Answers whether it did. */
  discard(messageId: string): Promise<boolean>
  /** Puts a discarded entry back in its place, as it was. */
  restore(entry: OutboxEntry): Promise<void>
  /**
   * Moves a failed entry to the end of the outbox as a new message with `messageId`. Null if there was no failed entry.
   */
  retry(failedMessageId: string, messageId: string, composedAt: number): Promise<OutboxEntry | null>

  /**
   * Queues orphans before the outbox once this device may send them in their senders' place
   * (lib/storage/after-restore). `now`: ms since the epoch; `waitMs`: how long to wait for senders that are still
   * devices. Answers how many it queued, and when to call it again.
   */
  giveBack(now: number, waitMs: number): Promise<{ queued: number; again: number | null }>

  devices(): Promise<DeviceInfo[]>
  /** Devices that have joined and that the person has not seen here. */
  joined(): Promise<JoinedDevice[]>
  seeJoined(deviceIds: readonly string[]): Promise<void>
  deviceList(): Promise<DeviceList>
  /** Also notes which devices have joined since the list before. `listedAt`: ms since the epoch by this device's clock. */
  saveDevices(devices: readonly DeviceInfo[], listedAt?: number): Promise<void>
  saveFormer(former: readonly FormerDevice[]): Promise<void>
  /** The list was true until then. */
  saveListedAt(at: number): Promise<void>
  saveNews(news: readonly Activity[]): Promise<void>
  /** Removals, and texts deleted in bulk, that the person has not dismissed on this device; newest first. */
  news(): Promise<Activity[]>
  /** The person has seen everything up to this time (ms since the epoch by the server's clock). */
  dismissNews(upTo: number): Promise<void>

  drafts(): Promise<Drafts>
  /** Also aims the composer at `receiver`. An empty text removes the draft. */
  saveDraft(receiver: string, text: string): Promise<void>

  /** Removes everything: messages, outbox, drafts, position. */
  wipe(): Promise<void>
  close(): void
}

export class StorageError extends Error {
  /**
   * `quota`: no room; `closed`: gone; `outdated`: a newer version of the app took it over; `blocked`: another tab or
   * process has it open. Screens choose their words by it.
   */
  readonly reason: 'quota' | 'closed' | 'outdated' | 'blocked' | 'failed'
  constructor(reason: StorageError['reason'], options?: ErrorOptions) {
    super(reason, options)
    this.name = 'StorageError'
    this.reason = reason
  }
}

/**
 * A method for each call that a device makes. It rejects with a RoostError when the server refused, and with a
 * TransportError when the outcome is unknown.
 */
export type Transport = { [C in LiveCall]: (request: RequestOf<C>) => Promise<AnswerOf<C>> }

/** The call or its answer was lost, so the device does not know whether the server carried it out. */
export class TransportError extends Error {
  /** `bad_answer`: the answer came from something else than a Roost server, such as a proxy. */
  readonly code: 'no_answer' | 'not_connected' | 'bad_answer'
  constructor(code: TransportError['code'], options?: ErrorOptions) {
    super(code, options)
    this.name = 'TransportError'
    this.code = code
  }
}

/** The server's events on a live connection. */
export interface LiveEvents {
  hello(hello: Hello): void
  batch(batch: Batch): void
  devices(devices: DeviceInfo[], news?: readonly Activity[], former?: readonly FormerDevice[]): void
  /** The user's readUpTo has moved, on this device or another one. */
  inbox?(event: InboxEvent): void
  /** A claim waits for a decision of this device. */
  pairing?(claim: PairingEvent): void
  /** The server has all of a file now. */
  file?(event: FileEvent): void
  revoked(): void
  /** The server refused the handshake. The connection is closed. */
  refused(error: ProtocolError): void
  /**
   * The connection was closed or lost, or never opened. The server may ask the device to stay away for
   * `comeBackAfterMs`.
   */
  closed(reason: string): void
}

/** A live connection. `open` makes one attempt and reports the outcome by events. It never retries by itself. */
export interface LiveTransport extends Transport {
  open(events: LiveEvents): void
  close(): void
}
