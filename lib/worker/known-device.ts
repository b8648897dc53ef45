import { withRegistry } from '../browser/shared/registry.ts'
import { createLocalPuller, type Puller } from '../core/inbox/puller.ts'
import { StorageError, type Transport } from '../core/ports.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { openIndexedDbSyncStore } from '../indexed-db/open-sync.ts'
import type { SyncStore } from '../storage/sync-store.ts'
import { createHttpTransport } from '../transport/http.ts'

export interface KnownDevice {
  token: string
  store: SyncStore
  http: Transport
  puller: Puller
  close(): void
}

/** Opens a device of this browser for the worker: its own storage, and the server over HTTP. */
export async function openKnownDevice(
  options: RoostOptions,
  deviceId: string,
  signal: AbortSignal,
): Promise<KnownDevice> {
  const entry = await withRegistry(options, (it) => it.get(deviceId))
  if (!entry) throw new StorageError('closed')
  const store = await openIndexedDbSyncStore(deviceId, options)
  const http = createHttpTransport(options.serverUrl, entry.token, signal)
  return { token: entry.token, store, http, puller: createLocalPuller(store, http), close: () => store.close() }
}

/** The devices that the worker may sync unasked: all except those that a person switched off. */
export async function devicesToSync(options: RoostOptions): Promise<string[]> {
  const entries = await withRegistry(options, (it) => it.list())
  return entries.filter((it) => !it.switchedOff).map((it) => it.deviceId)
}
