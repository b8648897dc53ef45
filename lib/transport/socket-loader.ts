import { type LiveTransport, type Transport, TransportError } from '../core/ports.ts'
import { transportOver } from './transport-over.ts'

/** A load that takes longer counts as lost. The next try finds its result, or loads again. */
const PATIENCE_MS = 10_000

/** A live transport that `load` fetches at the first `open`, and again at the next try after a failure. */
export function createLaterTransport(load: () => Promise<LiveTransport>): LiveTransport {
  let loaded: LiveTransport | null = null
  /** Each `open` gets a new one. A device that closes during the load is not connected afterwards. */
  let attempt = {}

  const there = (): Transport => {
    if (!loaded) throw new TransportError('not_connected')
    return loaded
  }

  return {
    ...transportOver(async (call, request) => there()[call](request)),
    open(events) {
      attempt = {}
      if (loaded) return loaded.open(events)
      const mine = attempt
      const lost = (reason: string) => {
        if (attempt !== mine) return
        attempt = {}
        events.closed(reason)
      }
      const tooLong = setTimeout(() => lost('loading takes too long'), PATIENCE_MS)
      load()
        .then(
          (transport) => {
            loaded ??= transport
            if (attempt === mine) loaded.open(events)
          },
          (error: Error) => lost(error.message),
        )
        .finally(() => clearTimeout(tooLong))
    },
    close() {
      attempt = {}
      loaded?.close()
    },
  }
}
