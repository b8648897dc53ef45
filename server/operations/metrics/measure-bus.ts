import { Counter, Gauge, type Registry } from '@prometheus-io/client'
import type { Bus, BusEvent } from '../../core/ports/bus.ts'

/** Counts the events that this node publishes and hears, and its connections that listen. */
export function createMeasureBus(registry: Registry) {
  const registers = [registry]
  const labelNames = ['type'] as const
  const published = new Counter({
    name: 'roost_bus_published_total',
    help: 'Events published on the bus',
    labelNames,
    registers,
  })
  const heard = new Counter({
    name: 'roost_bus_heard_total',
    help: 'Events heard, once for each connection that listens',
    labelNames,
    registers,
  })
  const listeners = new Gauge({ name: 'roost_bus_listeners', help: 'Connections that listen', registers })

  return (bus: Bus): Bus => ({
    ...bus,
    publish(userId, event) {
      published.inc({ type: event.type })
      bus.publish(userId, event)
    },
    subscribe(userId, listener) {
      listeners.inc()
      const unsubscribe = bus.subscribe(userId, (event: BusEvent) => {
        heard.inc({ type: event.type })
        listener(event)
      })
      let listens = true
      return () => {
        if (listens) listeners.dec()
        listens = false
        unsubscribe()
      }
    },
  })
}
