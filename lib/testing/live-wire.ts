import { type LiveEvents, type LiveTransport, TransportError } from '../core/ports.ts'
import type { Batch } from '../protocol/batch.ts'
import { transportOver } from '../transport/transport-over.ts'
import type { Home, TestDevice } from './home.ts'

/**
 * A live connection whose events a test sends by hand. Its calls reach the real server.
 *
 *     wire.answer = 'hello'                 the server greets connections (the default)
 *     wire.answer = 'closed' | 'refused'    connections fail
 *     wire.push(batch)                      a live batch arrives, even a wrong one
 *     wire.cut()                            the connection breaks
 *     wire.dead = true                      the open connection says that it is open, and nothing gets through
 */
export interface LiveWire {
  transport: LiveTransport
  answer: 'hello' | 'closed' | 'refused'
  dead: boolean
  /** The number of connection attempts. */
  opened: number
  isOpen(): boolean
  push(batch: Batch): void
  events(): LiveEvents
  cut(): void
}

export function createLiveWire(home: Home, device: TestDevice): LiveWire {
  let events: LiveEvents | null = null
  const open = <T>(run: () => Promise<T>): Promise<T> =>
    wire.dead ? new Promise(() => {}) : events ? run() : Promise.reject(new TransportError('not_connected'))

  async function greet(mine: LiveEvents): Promise<void> {
    const hello = await home.mother.hello(device.caller)
    if (events === mine) mine.hello(hello)
  }

  const wire: LiveWire = {
    answer: 'hello',
    dead: false,
    opened: 0,
    isOpen: () => events !== null,
    events: () => {
      if (!events) throw new Error('the connection is closed')
      return events
    },
    push: (batch) => wire.events().batch(batch),
    cut() {
      const mine = wire.events()
      events = null
      mine.closed('cut')
    },
    transport: {
      ...transportOver((call, request) => open(() => device.transport[call](request))),
      open(mine) {
        wire.opened++
        wire.dead = false
        events = mine
        if (wire.answer === 'hello') return void greet(mine)
        queueMicrotask(() => {
          if (events !== mine) return
          events = null
          if (wire.answer === 'closed') mine.closed('no route')
          else mine.refused({ code: 'unavailable', message: 'full', retryAfterMs: 5_000 })
        })
      },
      close() {
        events = null
      },
    },
  }
  return wire
}
