import { RoostError } from '../protocol/error.ts'
import { limits } from '../protocol/limits.ts'
import { createLocalPuller, type Puller } from './inbox/puller.ts'
import { flush } from './outbox/flusher.ts'
import type { Clock, DeviceStore, Transport } from './ports.ts'

export interface SyncOnceDeps {
  store: DeviceStore
  http: Transport
  clock: Pick<Clock, 'now'>
  signal: AbortSignal
  /** Pulls here by default. */
  puller?: Puller
}

/**
 * Brings a device in step once, without a live connection: pulls, then sends the outbox.
 * @throws RoostError for a refusal, `unavailable` when the server cannot take messages now; TransportError;
 * StorageError.
 */
export async function syncOnce({ store, http, clock, signal, ...deps }: SyncOnceDeps): Promise<void> {
  const puller = deps.puller ?? createLocalPuller(store, http)
  await puller.pull(signal, () => {})
  await store.giveBack(clock.now(), limits.heartbeatMs)
  const flushed = await flush({ store, send: http.send, signal, settled: () => {} })
  if (flushed.outcome === 'later') throw new RoostError('unavailable', 'The server cannot take the messages now.')
}
