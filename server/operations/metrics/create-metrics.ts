import { Counter, collectDefaultMetrics, Registry } from '@prometheus-io/client'
import type { ErrorCode } from '../../../lib/protocol/error.ts'
import type { Metrics } from '../../core/ports/metrics.ts'
import { createConnectionMetrics } from './connection-metrics.ts'
import { createMeasureBus } from './measure-bus.ts'
import { measureDisk } from './measure-disk.ts'
import { createMeasureFiles } from './measure-files.ts'
import { createMeasureMother } from './measure-mother.ts'
import { createMeasurePush } from './measure-push.ts'
import { createMeasureStore } from './measure-store.ts'

/** Measures one server, and its process: memory, processor time, descriptors, event-loop delay. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const refusals = new Counter({
    name: 'roost_refusals_total',
    help: 'Calls and single messages that were refused, by the code of their error',
    labelNames: ['code'],
    registers: [registry],
  })
  const refused = (code: ErrorCode) => refusals.inc({ code })
  return {
    ...createMeasureStore(registry),
    mother: createMeasureMother(registry, refused),
    bus: createMeasureBus(registry),
    files: createMeasureFiles(registry),
    push: createMeasurePush(registry),
    connections: createConnectionMetrics(registry),
    refused,
    disk: (freeBytes) => measureDisk(registry, freeBytes),
    page: { contentType: registry.contentType, text: () => registry.metrics() },
  }
}
