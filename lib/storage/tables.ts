import type { Offer } from '../core/after-restore/give-back.ts'
import type { OutboxEntry } from '../core/ports.ts'
import type { Change, Folded } from '../core/timeline/fold.ts'
import type { DeviceInfo } from '../protocol/device.ts'
import type { Message } from '../protocol/message.ts'
import type { StoreState } from './state.ts'

/** Messages of one generation, ascending; `first` is the version of the first. One value, because that is ten times faster. */
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

/** What was on the screen of a message that the mother lost. Stands behind version `behind`, as number `n` (1, 2, 3 …) there. */
export interface Kept {
  behind: number
  n: number
  entry: Folded
  /** Of a post: the edit that its text is from, or its delete; wanted if the post comes back without it. */
  change?: Message
  /** 1, 2, 3 … as they followed each other in the history that was lost. */
  order: number
  offer: Offer
}

/** The kept messages whose offer is due, as a queue. */
export interface DueOffer {
  order: number
  messageId: string
}

export type MetaRecord = { name: 'state'; state: StoreState } | { name: 'devices'; devices: readonly DeviceInfo[] }

/** Bounds are inclusive, results ascending. Values that come out are shared: never change them in place. */
export interface Table<Key, Value> {
  get(key: Key): Promise<Value | undefined>
  /** At most `limit` values from the low end of the range. */
  first(from: Key, to: Key, limit?: number): Promise<Value[]>
  /** At most `limit` values from the high end of the range. */
  last(from: Key, to: Key, limit: number): Promise<Value[]>
  count(): Promise<number>
  /** Fails the transaction, at once or when it commits, when it cannot. */
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
  kept: TableById<Pair, Kept>
  offers: Table<number, DueOffer>
  outbox: TableById<number, OutboxEntry>
}

/**
 * `run` happens whole or not at all, and sees nothing of another that is under way. It must await nothing but the
 * tables: a transaction of IndexedDB commits by itself as soon as it is left alone.
 */
export interface Transactions {
  read<T>(run: (tables: Tables) => Promise<T>): Promise<T>
  write<T>(run: (tables: Tables) => Promise<T>): Promise<T>
  close(): void
}
