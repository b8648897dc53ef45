import type { ErrorCode } from '../../../lib/protocol/error.ts'
import type { Files } from '../files/files.ts'
import type { Mother } from '../mother.ts'
import type { Bus } from './bus.ts'
import type { OnCommit } from './on-commit.ts'
import type { SendHint } from './push.ts'
import type { Store } from './store.ts'

/**
 * Measures at the edges: wraps a port in one of the same kind that counts and passes on. No figure and no label names a
 * user, a device or anything that a person wrote.
 */
export interface Metrics {
  store(store: Store): Store
  mother(mother: Mother): Mother
  bus(bus: Bus): Bus
  files(files: Files): Files
  push(send: SendHint): SendHint
  connections: ConnectionMetrics
  committed: OnCommit
  /** Asks `freeBytes` each time the figures are read. */
  disk(freeBytes: () => number): void
  refused(code: ErrorCode): void
  /** The figures in Prometheus' text format; null when nothing is measured. */
  page: { contentType: string; text(): Promise<string> } | null
}

export interface ConnectionMetrics {
  /** Asks `count` for the open connections each time the figures are read. */
  countOpen(count: () => number): void
  /** A device was let in. null when nothing is measured, so that the gateway need not watch the connection. */
  opened(): FeedMetrics | null
}

/** The feed of one connection. */
export interface FeedMetrics {
  sent(batch: { upTo: number; messages: number }): void
  /** The device has asked to acknowledge this version. */
  acknowledged(version: number): void
}

const unchanged = <T>(port: T): T => port

/** For METRICS=off. */
export const noMetrics: Metrics = {
  store: unchanged,
  mother: unchanged,
  bus: unchanged,
  files: unchanged,
  push: unchanged,
  connections: { countOpen() {}, opened: () => null },
  committed() {},
  disk() {},
  refused() {},
  page: null,
}
