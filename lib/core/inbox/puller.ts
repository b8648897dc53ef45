import type { Transport } from '../ports.ts'
import { createAcker } from './acker.ts'
import { type CatchUpProgress, type CatchUpStore, catchUp, type Level } from './catch-up.ts'

/**
 * Brings this device level, here or in the service worker.
 * @throws RoostError, TransportError, StorageError, the signal's reason.
 */
export interface Puller {
  pull(signal: AbortSignal, report: (progress: CatchUpProgress) => void): Promise<Level>
}

/** Pulls in this page or worker. Resolves after the acks are answered, too, so that a worker may sleep afterwards. */
export function createLocalPuller(store: CatchUpStore, transport: Pick<Transport, 'pull' | 'acknowledge'>): Puller {
  return {
    async pull(signal, report) {
      // An ack that finds another history needs no reaction: the next pull finds it, too.
      const acker = createAcker(transport.acknowledge, () => {})
      const level = await catchUp({ store, pull: transport.pull, acker, signal, report })
      await acker.idle()
      return level
    },
  }
}
