import { type LiveTransport, TransportError } from '../core/ports.ts'

/** What is not there by then counts as lost; the next try finds it, or loads it anew. */
const PATIENCE_MS = 10_000

/** A live transport that is loaded by `load` when it is first opened, and again at the next try where that failed. */
export function createLaterTransport(load: () => Promise<LiveTransport>): LiveTransport {
  let loaded: LiveTransport | null = null
  /** Another one for each `open`: what is closed while it is loaded is not opened afterwards. */
  let attempt = {}

  const there = () => {
    if (!loaded) throw new TransportError('There is no connection to the server.')
    return loaded
  }

  return {
    open(events) {
      attempt = {}
      if (loaded) return loaded.open(events)
      const mine = attempt
      const lost = (reason: string) => {
        if (attempt !== mine) return
        attempt = {}
        events.closed(reason)
      }
      const tooLong = setTimeout(() => lost('The app takes long to load.'), PATIENCE_MS)
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
    send: async (messages) => there().send(messages),
    pull: async (request) => there().pull(request),
    ack: async (request) => there().ack(request),
  }
}
