import type { LiveTransport, Transport } from '../../../lib/core/ports.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import { transportOver } from '../../../lib/transport/transport-over.ts'
import type { Recorder } from '../recorder.ts'

interface Caller {
  user: string
  device: string
}

/** Records each call of a device and its answer. A call that was lost is recorded without an answer. */
export function recordTransport(transport: Transport, who: Caller, recorder: Recorder): Transport {
  return transportOver(async (method, payload) => {
    const id = recorder.nextCall()
    recorder.add({ type: 'call', id, ...who, method, payload })
    try {
      const result = await transport[method](payload)
      recorder.heard({ type: 'answer', id, ok: true, result })
      return result
    } catch (error) {
      if (error instanceof RoostError) recorder.heard({ type: 'answer', id, ok: false, code: error.code })
      throw error
    }
  })
}

/** The same for a live connection, with the events that come over it. */
export function recordLive(live: LiveTransport, who: Caller, recorder: Recorder): LiveTransport {
  return {
    ...recordTransport(live, who, recorder),
    close: live.close,
    open(events) {
      const connection = recorder.nextConnection()
      const heard = { type: 'emitted', connection, unsent: 0 } as const
      recorder.add({ type: 'connected', connection, ...who })
      const gone = () => recorder.add({ type: 'disconnected', connection })
      live.open({
        ...events,
        refused(error) {
          gone()
          events.refused(error)
        },
        closed(reason) {
          gone()
          events.closed(reason)
        },
        hello(payload) {
          recorder.heard({ ...heard, event: 'hello', payload })
          events.hello(payload)
        },
        batch(payload) {
          recorder.heard({ ...heard, event: 'batch', payload })
          events.batch(payload)
        },
        devices(devices) {
          recorder.heard({ ...heard, event: 'devices', payload: { devices } })
          events.devices(devices)
        },
        revoked() {
          recorder.heard({ ...heard, event: 'revoked', payload: {} })
          events.revoked()
        },
      })
    },
  }
}
