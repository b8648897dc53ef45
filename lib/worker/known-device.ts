import { openIndexedDbCache } from '../cache/indexed-db/open.ts'
import { openRegistry } from '../cache/registry.ts'
import { type Cache, CacheError, type Transport } from '../sync/ports.ts'
import { createLocalPuller, type Puller } from '../sync/puller.ts'
import { createHttpTransport } from '../transport/http.ts'

export interface KnownDevice {
  cache: Cache
  http: Transport
  puller: Puller
  close(): void
}

/** A device of this browser, as the worker works for it: its own cache, the mother over HTTP. */
export async function openKnownDevice(deviceId: string, signal: AbortSignal): Promise<KnownDevice> {
  const registry = await openRegistry()
  const entry = await registry.get(deviceId)
  registry.close()
  if (!entry) throw new CacheError('closed', 'This browser does not know the device any more.')
  const cache = await openIndexedDbCache(deviceId)
  const http = createHttpTransport('', entry.token, signal)
  return { cache, http, puller: createLocalPuller(cache, http), close: () => cache.close() }
}

export async function knownDeviceIds(): Promise<string[]> {
  const registry = await openRegistry()
  const entries = await registry.list()
  registry.close()
  return entries.map(({ deviceId }) => deviceId)
}
