import type { LiveTransport, Transport } from '../../../lib/core/ports.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { Method } from '../../simulation/history/event.ts'
import type { Recorder } from '../recorder.ts'

interface Caller {
  user: string
  device: string
}

/** Writes down what a device asks and what it is answered; of a call that was lost, only that it was asked. */
export function recordTransport(transport: Transport, who: Caller, recorder: Recorder): Transport {
  async function through<T>(method: Method, payload: unknown, call: () => Promise<T>, shown: (it: T) => unknown) {
    const id = recorder.nextCall()
    recorder.add({ type: 'call', id, ...who, method, payload })
    try {
      const result = await call()
      recorder.heard({ type: 'answer', id, ok: true, result: shown(result) })
      return result
    } catch (error) {
      if (error instanceof RoostError) recorder.heard({ type: 'answer', id, ok: false, code: error.code })
      throw error
    }
  }
  return {
    send: (messages) =>
      through(
        'send',
        { messages },
        () => transport.send(messages),
        (results) => ({ results }),
      ),
    pull: (request) =>
      through(
        'pull',
        request,
        () => transport.pull(request),
        (batch) => batch,
      ),
    ack: (request) =>
      through(
        'acknowledge',
        request,
        () => transport.ack(request),
        (it) => it,
      ),
  }
}

/** The same of a live connection, and of what comes over it unasked. */
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
