import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** From the device to the mother, or back. */
export type Direction = 'up' | 'down'

/** A stretch of bad network between devices and the mother, over real TCP. */
export interface TcpProxy {
  readonly url: string
  aimAt(url: string): void
  /** Ends every connection at once, without a goodbye. Answers how many there were. */
  cut(): number
  /** Every piece of data waits so long, one after the other; 0 is none. */
  delay(ms: number): void
  /** Nothing goes through in this direction; nothing is lost, it waits. */
  stall(direction: Direction): void
  /** Of the next piece of data of each connection only the first half goes through; then the connection is cut. */
  halve(direction: Direction): void
  /** No fault any more; what waited goes on. */
  clear(): void
  close(): Promise<void>
}

interface Way {
  stalled: PromiseWithResolvers<void> | null
  halving: boolean
}

export async function createProxy(): Promise<TcpProxy> {
  const ways: Record<Direction, Way> = {
    up: { stalled: null, halving: false },
    down: { stalled: null, halving: false },
  }
  const open = new Set<() => void>()
  let delayMs = 0
  let target = new URL('http://127.0.0.1:9')

  async function carry(from: Socket, to: Socket, way: Way): Promise<void> {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      if (delayMs > 0) await wait(delayMs)
      // Stalled again while it waited: then it waits on.
      while (way.stalled) await way.stalled.promise
      if (way.halving) {
        const written = Promise.withResolvers<void>()
        to.write(chunk.subarray(0, chunk.length >> 1), () => written.resolve())
        await Promise.race([written.promise, wait(1_000)])
        throw new Error('cut in its middle')
      }
      if (!to.write(chunk)) await once(to, 'drain')
    }
    to.end()
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ port: Number(target.port), host: target.hostname, allowHalfOpen: true, noDelay: true })
    const end = () => {
      open.delete(end)
      near.destroy()
      far.destroy()
    }
    open.add(end)
    for (const socket of [near, far]) socket.on('error', end)
    Promise.all([carry(near, far, ways.up), carry(far, near, ways.down)]).then(end, end)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  function cut(): number {
    const count = open.size
    for (const end of open) end()
    return count
  }
  function clear(): void {
    delayMs = 0
    for (const way of Object.values(ways)) {
      way.halving = false
      way.stalled?.resolve()
      way.stalled = null
    }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    aimAt(url) {
      target = new URL(url)
    },
    cut,
    delay(ms) {
      delayMs = ms
    },
    stall(direction) {
      ways[direction].stalled ??= Promise.withResolvers()
    },
    halve(direction) {
      ways[direction].halving = true
    },
    clear,
    async close() {
      clear()
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
  }
}
