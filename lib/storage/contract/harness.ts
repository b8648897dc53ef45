import type { LocalStore } from '../local-store.ts'
import type { Tables } from '../tables.ts'

/** The store of a single device, empty at first, that a test can open as often as it likes. */
export interface Harness {
  open(): Promise<LocalStore>
  /** The next write of a record into `table` throws, once. */
  failPut(table: keyof Tables, error: Error): void
}

export type Fresh = () => Harness
