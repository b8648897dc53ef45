import { Counter, Gauge, Histogram, type Registry } from '@prometheus-io/client'
import type { ConnectionMetrics } from '../../core/ports/metrics.ts'
import { SLOW_SECONDS } from './buckets.ts'

/** Connections, batches sent over them, and how long a device takes to acknowledge a batch. */
export function createConnectionMetrics(registry: Registry): ConnectionMetrics {
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

  return {
    countOpen(count) {
      new Gauge({
        name: 'roost_sockets',
        help: 'Connections that are open',
        registers,
        collect() {
          this.set(count())
        },
      })
    },
    opened() {
      opened.inc()
      /** The oldest batch that is not acknowledged: later ones wait for the same ack. */
      let waiting: { upTo: number; since: number } | undefined
      return {
        sent({ upTo, messages }) {
          pushes.inc()
          pushed.inc(messages)
          waiting ??= { upTo, since: performance.now() }
        },
        acknowledged(version) {
          if (waiting && version >= waiting.upTo) {
            lag.observe((performance.now() - waiting.since) / 1000)
            waiting = undefined
          }
        },
      }
    },
  }
}
