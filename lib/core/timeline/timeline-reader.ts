import type { Message } from '../../protocol/message.ts'
import type { DeviceFilter } from './filter.ts'
import type { ShownMarks } from './marks.ts'
import type { StayReason } from './stay-reason.ts'

/** A post as the store holds it, edits, deletes and marks folded in (fold.ts). */
export interface TimelineEntry extends ShownMarks {
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

/** A step of a search through the timeline. */
export interface Found {
  entries: TimelineEntry[]
  /** The next step begins here; null at the end of the timeline. */
  next: Anchor | null
  /** Another number: the history was replaced after a restore, and older anchors mean nothing. */
  generation: number
}

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
  /**
   * Looks before or after an anchor for posts that fit, through one page of the history at a time. A step may find
   * nothing, and the next one still something. `Infinity` stands after the newest.
   */
  find(filter: DeviceFilter, anchor: Anchor, direction: 'older' | 'newer'): Promise<Found>
  /** The same entries as they are now, without those that are posts again. Null: another generation. */
  readAgain(entries: readonly TimelineEntry[], generation: number): Promise<TimelineEntry[] | null>
  /** Null when this device has no post of that version. */
  at(version: number): Promise<TimelineEntry | null>
  /**
   * The texts that a post has had here, as far as this device has received them: the post as it was written and its
   * latest `limit` edits, ascending. None when the post is deleted or not here.
   */
  texts(version: number, limit: number): Promise<Message[]>
  /** The version of a post by its messageId; null when this device has no such post. Reads page by page, newest first. */
  versionOf(messageId: string): Promise<number | null>
  /** The pinned posts, the one that was pinned last first. It reads them alone, however long the history is. */
  pins(limit: number): Promise<TimelineEntry[]>
  /** Number of stored messages of every kind, orphans included. */
  count(): Promise<number>
  /** Retention removed the versions up to this one before this device had them; 0: none. */
  goneUpTo(): Promise<number>
  /** The messages of every kind, as they are stored: version > `after`, ascending. */
  history(after: number, limit: number): Promise<Message[]>
}
