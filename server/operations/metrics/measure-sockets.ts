import { Counter, Gauge, Histogram, type Registry } from '@prometheus-io/client'
import type { BatchJson } from '../../live/json-text.ts'
import type { DeviceSocket, MotherServer } from '../../live/types.ts'
import { SLOW_SECONDS } from './buckets.ts'

/** Connections, what is pushed over them, and how long a device takes to have it for good. */
export function createMeasureSockets(registry: Registry) {
  const registers = [registry]
  const opened = new Counter({ name: 'roost_sockets_opened_total', help: 'Connections that were let in', registers })
  const pushes = new Counter({ name: 'roost_pushes_total', help: 'Batches pushed', registers })
  const pushed = new Counter({ name: 'roost_messages_pushed_total', help: 'Messages in batches pushed', registers })
  const lag = new Histogram({
    name: 'roost_device_lag_seconds',
    help: 'From a push to the ack that covers it: how far a live device lags',
    buckets: SLOW_SECONDS,
    registers,
  })

  /** The oldest push that is not acknowledged: one is enough, those after it wait for the same. */
  function watch(socket: DeviceSocket) {
    let waiting: { upTo: number; since: number } | undefined
    opened.inc()
    socket.onAnyOutgoing((event: string, batch: BatchJson) => {
      if (event !== 'batch') return
      pushes.inc()
      pushed.inc(batch.messages)
      waiting ??= { upTo: batch.upTo, since: performance.now() }
    })
    socket.onAny((event: string, payload: unknown) => {
      if (!waiting || event !== 'ack' || !reaches(payload, waiting.upTo)) return
      lag.observe((performance.now() - waiting.since) / 1000)
      waiting = undefined
    })
  }

  return (io: MotherServer): void => {
    new Gauge({
      name: 'roost_sockets',
      help: 'Connections that are open',
      registers,
      collect() {
        this.set(io.engine.clientsCount)
      },
    })
    io.on('connection', watch)
  }
}

function reaches(payload: unknown, version: number): boolean {
  return typeof payload === 'object' && payload !== null && 'version' in payload && Number(payload.version) >= version
}
