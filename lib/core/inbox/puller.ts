import type { DeviceStore, Transport } from '../ports.ts'
import { createAcker } from './acker.ts'
import { type CatchUpProgress, catchUp, type Level } from './catch-up.ts'

/**
 * Brings this device level, wherever that is done: here, or in the service worker.
 * @throws RoostError, TransportError, StorageError, the signal's reason.
 */
export interface Puller {
  pull(signal: AbortSignal, report: (progress: CatchUpProgress) => void): Promise<Level>
}

/** Pulls in this very context. Resolves when the acks have been answered, too, so that a worker may sleep afterwards. */
export function createLocalPuller(store: DeviceStore, transport: Pick<Transport, 'pull' | 'acknowledge'>): Puller {
  return {
    async pull(signal, report) {
      // An ack that finds another history is followed by a pull that finds it, too: nothing more to do here.
      const acker = createAcker(transport.acknowledge, () => {})
      const level = await catchUp({ store, pull: transport.pull, acker, signal, report })
      await acker.idle()
      return level
    },
  }
}
