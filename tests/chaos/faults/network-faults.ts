import type { Direction, TcpProxy } from '../../kit/network/proxy.ts'
import type { Fault } from './fault.ts'

/** Faults of the network between a device and the server. */
export function networkFaults(name: string, proxy: TcpProxy): Fault[] {
  const lasting = (what: string, begin: (it: { delayMs: number }) => void): Fault => ({
    name: `${what} (${name})`,
    async begin(random) {
      begin({ delayMs: random.int(20, 400) })
      return proxy.clear
    },
  })
  const both: Direction[] = ['up', 'down']
  const cut: Fault = {
    name: `connections cut (${name})`,
    async begin() {
      proxy.cut()
      return undefined
    },
  }
  /** As when a route disappears: neither side is told, and data in flight never arrives. */
  const lost = (direction: Direction): Fault => ({
    name: `stalled ${direction}, then cut (${name})`,
    async begin() {
      proxy.stall(direction)
      return () => {
        proxy.cut()
        proxy.clear()
      }
    },
  })
  return [
    cut,
    lasting('delayed', ({ delayMs }) => proxy.delay(delayMs)),
    ...both.map((direction) => lasting(`stalled ${direction}`, () => proxy.stall(direction))),
    ...both.map((direction) => lasting(`halved ${direction}`, () => proxy.halve(direction))),
    ...both.map(lost),
  ]
}
