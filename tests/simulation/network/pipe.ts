import type { Random } from '../../kit/random.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { Link, Loose } from './link.ts'

export interface Packet {
  bytes: number
  /** Names what a wild network may lose, repeat and reorder; null for what it may not. */
  loose: Loose | null
  arrive: () => void
}

/** Carries one direction of a connection. It keeps the order unless the network is wild, and holds everything while it is cut. */
export interface Pipe {
  send(packet: Packet): void
  /** Bytes that have not left the sender. */
  unsent(): number
  close(): void
}

interface PipeDeps {
  scheduler: Scheduler
  random: Random
  link: Link
  isCut: () => boolean
  /** All that was handed over has left. */
  drained: () => void
}

export function createPipe({ scheduler, random, link, isCut, drained }: PipeDeps): Pipe {
  let queue: Packet[] = []
  let bytes = 0
  let lastArrival = 0
  let leaving = false
  let closed = false

  function pump(): void {
    if (leaving || closed || isCut()) return
    const packet = queue[0]
    if (!packet) return
    const { bandwidth } = link.state()
    if (bandwidth === Number.POSITIVE_INFINITY) {
      leave(packet)
      pump()
      return
    }
    leaving = true
    scheduler.after((packet.bytes / bandwidth) * 1000, () => {
      leaving = false
      if (closed) return
      // Cut in the middle: it begins again when the network is back.
      if (!isCut()) leave(packet)
      pump()
    })
  }

  function leave(packet: Packet): void {
    queue.shift()
    bytes -= packet.bytes
    travel(packet)
    if (queue.length === 0) scheduler.after(0, () => !closed && drained())
  }

  function travel(packet: Packet): void {
    const { wild, loss, repeat, delay } = link.state()
    const loose = packet.loose !== null && wild.includes(packet.loose)
    if (loose && random.chance(loss)) return
    const arrive = () => !closed && packet.arrive()
    const takes = random.int(delay[0], delay[1])
    if (loose) {
      scheduler.after(takes, arrive)
      if (random.chance(repeat)) scheduler.after(takes + random.int(0, 5_000), arrive)
      return
    }
    lastArrival = Math.max(lastArrival, scheduler.now() + takes)
    scheduler.after(lastArrival - scheduler.now(), arrive)
  }

  const unlisten = link.onChange(pump)
  return {
    send(packet) {
      if (closed) return
      queue.push(packet)
      bytes += packet.bytes
      pump()
    },
    unsent: () => bytes,
    close() {
      closed = true
      queue = []
      unlisten()
    },
  }
}
