import type { Message } from '../../protocol/message.ts'
import type { StayReason } from './stay-reason.ts'

/** A post as the store holds it, edits and deletes folded in (fold.ts). */
export interface TimelineEntry {
  message: Message
  /** The version of the edit that `message.content` is from. */
  editedVersion?: number
  /** A delete is final; `message.content` is then empty. */
  deleted: boolean
  /** Only this device holds it: the mother lost it when it was restored. */
  onlyHere: boolean
  /** Why one that is only here is not sent to the mother again; absent while it is. */
  stays?: StayReason
}

/**
 * A place in the timeline: a version, or an entry that was read before. Only an entry can name the place of a message
 * that only this device holds, because its version belongs to a history that the mother lost: its number may be taken.
 */
export type Anchor = number | TimelineEntry

/**
 * What the screen reads of a device's storage. Entries are posts, ascending, with edits and deletes folded in; fewer than
 * `limit` come back only where the timeline ends. Messages that only this device holds (`onlyHere`) stand behind the
 * version that was head when they were kept, and count like others; tell entries apart by messageId, not by version.
 *
 * @throws StorageError
 */
export interface TimelineReader {
  latest(limit: number): Promise<TimelineEntry[]>
  before(anchor: Anchor, limit: number): Promise<TimelineEntry[]>
  after(anchor: Anchor, limit: number): Promise<TimelineEntry[]>
  /** Like after, with the anchor itself: the same window again. */
  from(anchor: Anchor, limit: number): Promise<TimelineEntry[]>
  /** Null when there is no post of that version here. */
  at(version: number): Promise<TimelineEntry | null>
  /** Messages held, of every kind, those that only this device holds included. */
  count(): Promise<number>
  /** Versions up to this one were removed by retention before this device had them; 0: none. */
  goneUpTo(): Promise<number>
  /** The messages themselves, of every kind, as they are stored: version > `after`, ascending. */
  history(after: number, limit: number): Promise<Message[]>
}
