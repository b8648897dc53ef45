import type { ProtocolError } from '../../protocol/error.ts'
import { DEFAULT_CONTENT_TYPE } from '../../protocol/message.ts'
import type { OutboxEntry } from '../ports.ts'
import type { StayReason } from './stay-reason.ts'
import type { TimelineEntry } from './timeline-reader.ts'

/** Where a message is on its way. */
export type EntryStatus =
  /** In the outbox: only this device has it. */
  | { state: 'waiting' }
  /** The server has refused it for good. */
  | { state: 'failed'; error: ProtocolError }
  /** The server has it, and it has not come back to this device yet. */
  | { state: 'sent' }
  /** In this device's inbox, like every message of another device. */
  | { state: 'received' }
  /**
   * Only this device holds it, because the server lost it in a restore. `stays` says why the device does not give it
   * back.
   */
  | { state: 'onlyHere'; stays?: StayReason }

/**
 * A message as a screen shows it, from its composition on. Screens know nothing of the wire: an entry hides how the
 * wire carries a message (files, marks, encryption).
 */
export interface Entry {
  /** Unique, and the same in the outbox and in the timeline. */
  id: string
  kind: string
  /** Device ids; `to` may be ALL. */
  from: string
  to: string
  contentType: string
  /** Empty once the message is deleted. */
  content: string
  edited: boolean
  deleted: boolean
  /** ms since the epoch by the sender's clock, when it was written; null when the sender did not say. */
  composedAt: number | null
  /** ms since the epoch by the server's clock; null until the server has the message. */
  storedAt: number | null
  /** Null until the server has the message. */
  version: number | null
  status: EntryStatus
}

/** A sender may claim any time. No calendar knows a later one than this, two days before the end of JavaScript's. */
const LAST_TIME = 8.64e15 - 2 * 86_400_000

/** A post of the timeline with its edits and deletes folded in. */
export function entryOfTimeline({ message, deleted, editedVersion, onlyHere, stays }: TimelineEntry): Entry {
  const { messageId, kind, senderDeviceId, receiverDeviceId, contentType, content, timestamp, version } = message
  const { composedAt } = message
  return {
    ...{ id: messageId, kind, from: senderDeviceId, to: receiverDeviceId, contentType, content, deleted, version },
    edited: editedVersion !== undefined && !deleted,
    composedAt: composedAt !== undefined && composedAt <= LAST_TIME ? composedAt : null,
    storedAt: timestamp,
    status: onlyHere ? { state: 'onlyHere', ...(stays === undefined ? {} : { stays }) } : { state: 'received' },
  }
}

/** A message that this device has composed. */
export function entryOfOutbox(entry: OutboxEntry, selfId: string): Entry {
  const { messageId, kind = 'post', receiverDeviceId, contentType = DEFAULT_CONTENT_TYPE, content } = entry.request
  const sent = entry.state === 'sent' ? entry : null
  return {
    ...{ id: messageId, kind, from: selfId, to: receiverDeviceId, contentType, content },
    ...{ edited: false, deleted: false, composedAt: entry.composedAt },
    storedAt: sent?.timestamp ?? null,
    version: sent?.version ?? null,
    status: entry.state === 'failed' ? { state: 'failed', error: entry.error } : { state: entry.state },
  }
}

/** A message's time for a person: by the server's clock once the server has the message. */
export const timeOf = ({ storedAt, composedAt }: Pick<Entry, 'storedAt' | 'composedAt'>): number =>
  storedAt ?? composedAt ?? 0
