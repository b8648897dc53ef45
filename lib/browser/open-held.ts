import type { OutboxEntry } from '../core/ports.ts'
import { defaultOptions } from '../core/roost-options.ts'
import type { TimelineReader } from '../core/timeline/timeline-reader.ts'
import { openIndexedDbStore } from '../indexed-db/open.ts'
import type { Message } from '../protocol/message.ts'

/** Everything that a device holds, to be read page by page. @throws StorageError */
export interface Held extends Pick<TimelineReader, 'count' | 'history'> {
  /** Messages that the server has lost, and that only this device still has. */
  onlyHere(): Promise<Message[]>
  outbox(): Promise<OutboxEntry[]>
  close(): void
}

/** Opens the stored data of a device beside its tab, for a worker. @throws StorageError */
export async function openHeld(deviceId: string, options = defaultOptions): Promise<Held> {
  const store = await openIndexedDbStore(deviceId, options)
  return {
    count: store.count,
    history: store.history,
    onlyHere: async () => (await store.orphans()).map((it) => it.entry.message),
    outbox: store.outbox,
    close: store.close,
  }
}
