import type { ProtocolError } from '../../protocol/error.ts'
import type { FileInfo, FilesContent } from '../../protocol/file-info.ts'
import { FILES_CONTENT_TYPE } from '../../protocol/files.ts'
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

/** The last edit or delete of a post that this device has made and the server has not sent back yet. */
export interface PendingChange {
  /** Its own messageId. */
  id: string
  kind: 'edit' | 'delete'
  /** The text of an edit. */
  content: string
  state: 'waiting' | 'sent' | 'failed'
  /** The server has refused it for good. */
  error?: ProtocolError
  /** A delete can be taken back until then (ms since the epoch by this device's clock). */
  undoUntil?: number
}

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
  /** Empty once the message is deleted. The text beside the files, if it carries any. */
  content: string
  files?: readonly FileInfo[]
  edited: boolean
  deleted: boolean
  /** People have pinned it, or said that it is done, on any device. */
  pinned?: boolean
  done?: boolean
  /** ms since the epoch by the sender's clock, when it was written; null when the sender did not say. */
  composedAt: number | null
  /** ms since the epoch by the server's clock; null until the server has the message. */
  storedAt: number | null
  /** Null until the server has the message. */
  version: number | null
  status: EntryStatus
  /** Shown already, except when it was refused. */
  change?: PendingChange
}

/** Reads the text of a message, and the files that it carries. */
export function saidBy(contentType: string, content: string): Pick<Entry, 'contentType' | 'content' | 'files'> {
  const carried = contentType === FILES_CONTENT_TYPE && carriedBy(content)
  if (!carried) return { contentType, content }
  return { contentType: DEFAULT_CONTENT_TYPE, content: carried.text ?? '', files: carried.files }
}

const WEBP = 'data:image/webp;'

/** Null when it is not what this program understands. The schema of file-info.ts says the same, and weighs too much. */
function carriedBy(content: string): FilesContent | null {
  try {
    const said = JSON.parse(content)
    const texts = [said.text ?? '', ...said.files.flatMap((it: FileInfo) => [it.fileId, it.name, it.type])]
    const isRight =
      texts.length > 1 &&
      texts.every((it) => typeof it === 'string') &&
      said.files.every(({ size, preview }: FileInfo) => size >= 0 && /^data:image\/webp;/.test(preview ?? WEBP))
    return isRight ? said : null
  } catch {
    return null
  }
}
/** A sender may claim any time. No calendar knows a later one than this, two days before the end of JavaScript's. */
const LAST_TIME = 8.64e15 - 2 * 86_400_000

/** A post of the timeline with its edits, deletes and marks folded in. */
export function entryOfTimeline(read: TimelineEntry): Entry {
  const { message, deleted, editedVersion, onlyHere, stays, pinned, done } = read
  const { messageId, kind, senderDeviceId, receiverDeviceId, contentType, content, timestamp, version } = message
  const { composedAt } = message
  return {
    ...{ id: messageId, kind, from: senderDeviceId, to: receiverDeviceId, deleted, version },
    ...saidBy(contentType, content),
    edited: editedVersion !== undefined && !deleted,
    ...(pinned && { pinned }),
    ...(done && { done }),
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
    ...{ id: messageId, kind, from: selfId, to: receiverDeviceId },
    ...saidBy(contentType, content),
    ...{ edited: false, deleted: false, composedAt: entry.composedAt },
    storedAt: sent?.timestamp ?? null,
    version: sent?.version ?? null,
    status: entry.state === 'failed' ? { state: 'failed', error: entry.error } : { state: entry.state },
  }
}

/** A message's time for a person: by the server's clock once the server has the message. */
export const timeOf = ({ storedAt, composedAt }: Pick<Entry, 'storedAt' | 'composedAt'>): number =>
  storedAt ?? composedAt ?? 0
