import type { CreateCheck } from './check.ts'

/** The server must stop feeding a connection once this much waits on it; the push that crosses the limit may still go out. */
const UNSENT_BYTES = 1024 * 1024
/** A send waits for the disk alone, and for no device. */
const SEND_MS = 6_000

/** 7. The server never waits for, or pushes to, an offline device, nor buffers without bound for a slow one. */
export const checkUnhurried: CreateCheck = (model, report) => {
  let sends = new Map<number, number>()

  return {
    before(event) {
      for (const [id, at] of sends) {
        if (event.at - at <= SEND_MS) break
        report(7, `send ${id} of ${model.call(id)?.device} was not answered within ${SEND_MS} ms`)
        sends.delete(id)
      }
      if (event.type === 'crashed') sends = new Map()
      if (event.type === 'call' && event.method === 'send') sends.set(event.id, event.at)
      if (event.type === 'answer') sends.delete(event.id)
      if (event.type !== 'emitted') return
      const connection = model.connection(event.connection)
      if (!connection?.open) report(7, `a ${event.event} was pushed to ${connection?.device}, which is not connected`)
      if (event.event === 'batch' && event.unsent > UNSENT_BYTES) {
        report(7, `a push to ${connection?.device} was added to ${event.unsent} unsent bytes`)
      }
    },
  }
}
