import { RoostError } from '../protocol/error.ts'
import { limits } from '../protocol/limits.ts'
import type { CatchUpStore } from './inbox/catch-up.ts'
import { createLocalPuller, type Puller } from './inbox/puller.ts'
import { flush } from './outbox/flusher.ts'
import type { Clock, DeviceStore, Transport } from './ports.ts'

export interface SyncOnceDeps {
  store: CatchUpStore & Pick<DeviceStore, 'nextRequest' | 'settle' | 'giveBack' | 'nextDueAt'>
  http: Transport
  clock: Pick<Clock, 'now' | 'after'>
  signal: AbortSignal
  /** Pulls here by default. */
  puller?: Puller
}

/**
 * Brings a device in step once, without a live connection: pulls, then sends the outbox, and waits for what is held in it.
 * @throws RoostError for a refusal, `unavailable` when the server cannot take messages now; TransportError;
 * StorageError.
 */
export async function syncOnce({ store, http, clock, signal, ...deps }: SyncOnceDeps): Promise<void> {
  const puller = deps.puller ?? createLocalPuller(store, http)
  await puller.pull(signal, () => {})
  await store.giveBack(clock.now(), limits.heartbeatMs)
  for (let due: number | null = clock.now(); due !== null; due = await store.nextDueAt(clock.now())) {
    await until(due, clock)
    const flushed = await flush({ store, send: http.send, now: clock.now, signal, settled: () => {} })
    if (flushed.outcome === 'later') throw new RoostError('unavailable', 'The server cannot take the messages now.')
  }
}

async function until(time: number, clock: Pick<Clock, 'now' | 'after'>): Promise<void> {
  const wait = time - clock.now()
  if (wait > 0) await new Promise<void>((resolve) => clock.after(wait, resolve))
}
