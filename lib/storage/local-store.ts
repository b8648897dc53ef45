import type { DeviceStore } from '../core/ports.ts'
import type { PageReader } from '../core/timeline/page-reader.ts'
import type { TimelineReader } from '../core/timeline/timeline-reader.ts'
import type { Orphan } from './after-restore/orphan.ts'

/** A device's storage on this machine: the engine's port, the reads of the screen and of a search, and the orphans to hand over. */
export interface LocalStore extends DeviceStore, TimelineReader, PageReader {
  /** Messages that only this device holds, in their order. */
  orphans(): Promise<Orphan[]>
  /** Adds those of another device; the next rebuild judges them. */
  adoptOrphans(orphans: readonly Orphan[]): Promise<void>
}
