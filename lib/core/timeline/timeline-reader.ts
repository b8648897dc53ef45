import type { Message } from '../../protocol/message.ts'
import type { StayReason } from './stay-reason.ts'

/** A post as the store holds it, edits and deletes folded in (fold.ts). */
export interface TimelineEntry {
  message: Message
  /** The version of the edit that `message.content` comes from. */
  editedVersion?: number
  /** A delete is final; `message.content` is then empty. */
  deleted: boolean
  /** Only this device holds it, because the server lost it in a restore. */
  onlyHere: boolean
  /** Why the device does not give back an orphan; absent while it does. */
  stays?: StayReason
}

/**
 * A place in the timeline: a version, or an entry that was read before. Only an entry can name an orphan's place,
 * because the orphan's version belongs to a history that the server lost. Another message may have that number now.
 */
export type Anchor = number | TimelineEntry

/**
 * Reads a device's storage for the screen. Entries are posts, ascending, with edits and deletes folded in. A read
 * returns fewer than `limit` only where the timeline ends. Orphans (`onlyHere`) stand after the version that was head
 * when they became orphans, and count like others. Tell entries apart by messageId, not by version.
 *
 * @throws StorageError
 */
export interface TimelineReader {
  latest(limit: number): Promise<TimelineEntry[]>
  before(anchor: Anchor, limit: number): Promise<TimelineEntry[]>
  after(anchor: Anchor, limit: number): Promise<TimelineEntry[]>
  /** Like `after`, with the anchor itself: the same window again. */
  from(anchor: Anchor, limit: number): Promise<TimelineEntry[]>
  /** Null when this device has no post of that version. */
  at(version: number): Promise<TimelineEntry | null>
  /** Number of stored messages of every kind, orphans included. */
  count(): Promise<number>
  /** Retention removed the versions up to this one before this device had them; 0: none. */
  goneUpTo(): Promise<number>
  /** The messages of every kind, as they are stored: version > `after`, ascending. */
  history(after: number, limit: number): Promise<Message[]>
}
