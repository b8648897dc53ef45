import type { Colours } from '../core/device-list.ts'
import type { JoinedDevice, OutboxEntry } from '../core/ports.ts'
import type { Change } from '../core/timeline/fold.ts'
import type { PageSignature } from '../core/timeline/page-reader.ts'
import type { Activity } from '../protocol/activity.ts'
import type { DeviceInfo, FormerDevice } from '../protocol/device.ts'
import type { Message } from '../protocol/message.ts'
import type { DueOrphan, Orphan } from './after-restore/orphan.ts'
import type { StoreState } from './state.ts'

/**
 * Messages of one generation, ascending; `first` is the version of the first. A page is one value: a value per message
 * took ten times as long.
 */
export interface Page {
  generation: number
  first: number
  messages: readonly Message[]
}

export interface ChangeRecord extends Change {
  generation: number
  /** Version of the post. */
  target: number
}

/** A pinned post: its version, and that of the mark that pinned it. */
export interface Pin {
  target: number
  version: number
}

/** Its page holds the same messages, with the same changes, as when the signature was made. */
export interface SignatureRecord extends PageSignature {
  generation: number
}

export type DraftName = `draft:${string}`

export type PinsName = `pins:${number}`

export type BookmarkName = `bookmark:${string}`

/** How far a program has come in its loop over the posts. */
export interface BookmarkRecord {
  name: BookmarkName
  /** The loop has had everything of the present generation up to here. */
  version: number
  /** messageIds above `version` that it has had, too, before a restore of the server gave them other versions. */
  done: readonly string[]
}

export type MetaRecord =
  | { name: 'state'; state: StoreState }
  | { name: 'devices'; devices: readonly DeviceInfo[] }
  | { name: 'former'; former: readonly FormerDevice[] }
  | { name: 'joined'; unseen: readonly JoinedDevice[] }
  /** The list of devices was last known to be true `at`. */
  | { name: 'listed'; at: number }
  | { name: 'colours'; of: Colours }
  /** The receiver that the composer is aimed at. */
  | { name: 'aim'; receiver: string }
  /** A record for each receiver, so that two tabs of the device write to different ones without reading first. */
  | { name: DraftName; receiver: string; text: string }
  /** The pinned posts of a generation, in the order in which they were pinned. */
  | { name: PinsName; pins: readonly Pin[] }
  | BookmarkRecord
  /** `dismissedAt`: the person has seen everything up to then (ms since the epoch by the server's clock). */
  | { name: 'news'; news: readonly Activity[]; dismissedAt: number }

/** Bounds are inclusive, results ascending. Callers share the values they get: never change one in place. */
export interface Table<Key, Value> {
  get(key: Key): Promise<Value | undefined>
  /** At most `limit` values from the low end of the range. */
  first(from: Key, to: Key, limit?: number): Promise<Value[]>
  /** At most `limit` values from the high end of the range. */
  last(from: Key, to: Key, limit: number): Promise<Value[]>
  keys(from: Key, to: Key): Promise<Key[]>
  count(): Promise<number>
  /** A failure ends the transaction, either here or at its commit. */
  put(value: Value): void
  delete(from: Key, to?: Key): void
  clear(): void
}

export interface TableById<Key, Value> extends Table<Key, Value> {
  byId(messageId: string): Promise<Value | undefined>
}

/** [generation, version] or [version, number]. */
export type Pair = [number, number]

export interface Tables {
  meta: Table<MetaRecord['name'], MetaRecord>
  pages: Table<Pair, Page>
  changes: Table<Pair, ChangeRecord>
  signatures: Table<Pair, SignatureRecord>
  orphans: TableById<Pair, Orphan>
  dueOrphans: Table<number, DueOrphan>
  outbox: TableById<number, OutboxEntry>
}

/**
 * `run` happens as a whole or not at all, and sees nothing of a transaction that is still running. It must await
 * nothing but the tables, because a transaction of IndexedDB commits by itself once it is idle.
 */
export interface Transactions {
  read<T>(run: (tables: Tables) => Promise<T>): Promise<T>
  write<T>(run: (tables: Tables) => Promise<T>): Promise<T>
  close(): void
}
