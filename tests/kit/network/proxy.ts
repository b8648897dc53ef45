import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** `up`: from the client to the server. `down`: back. */
export type Direction = 'up' | 'down'

/** Says whether a chunk may pass. `connection` is the same object for every chunk of one connection. */
export type Inspect = (chunk: Buffer, direction: Direction, connection: object) => 'pass' | 'cut'

/** A bad network between clients and one server, over real TCP: HTTP, PostgreSQL or Redis. */
export interface TcpProxy {
  readonly url: string
  /** Sends new connections to this server; open ones stay where they are. */
  aimAt(url: string): void
  /** The address of the same server through this proxy: the URL with its host replaced. Aims there, too. */
  through(url: string): string
  /** Ends every connection at once, without a goodbye. Returns how many there were. */
  cut(): number
  /** Delays every chunk, one after the other; 0 ends the delay. */
  delay(ms: number): void
  /** Holds back everything in this direction. Nothing is lost. */
  stall(direction: Direction): void
  /** Lets the first half of the next chunk of each connection pass, then cuts the connection. */
  halve(direction: Direction): void
  /** Asks before each chunk passes; `cut` drops the chunk and ends its connection. */
  inspect(next: Inspect): void
  /** Ends every fault, and lets pass what was held back. */
  clear(): void
  close(): Promise<void>
}

/** PostgreSQL's and Redis' URLs may leave the port out. */
const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'postgres:': '5432', 'redis:': '6379' }

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
  let inspect: Inspect = () => 'pass'
  let target = new URL('http://127.0.0.1:9')

  async function carry(from: Socket, to: Socket, direction: Direction, connection: object): Promise<void> {
    const way = ways[direction]
    for await (const chunk of from as AsyncIterable<Buffer>) {
      if (delayMs > 0) await wait(delayMs)
      // A loop: the direction may be stalled again while this chunk waits.
      while (way.stalled) await way.stalled.promise
      if (way.halving) {
        const written = Promise.withResolvers<void>()
        to.write(chunk.subarray(0, chunk.length >> 1), () => written.resolve())
        await Promise.race([written.promise, wait(1_000)])
        throw new Error('cut in its middle')
      }
      if (inspect(chunk, direction, connection) === 'cut') throw new Error('cut by its inspection')
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
    Promise.all([carry(near, far, 'up', near), carry(far, near, 'down', near)]).then(end, end)
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
    inspect = () => 'pass'
  }

  const { port } = server.address() as AddressInfo
  function aimAt(url: string) {
    target = new URL(url)
    target.port ||= DEFAULT_PORTS[target.protocol] ?? ''
  }
  return {
    url: `http://127.0.0.1:${port}`,
    aimAt,
    through(url) {
      aimAt(url)
      return Object.assign(new URL(url), { hostname: '127.0.0.1', port }).href
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
    inspect(next) {
      inspect = next
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
