import { readdirSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The memory and handles of a server after a garbage collection. The server loads this module; SIGUSR2 asks for the figures. */
export interface Held {
  heapUsed: number
  /** Buffers outside of the heap. */
  external: number
  rss: number
  sockets: number
  timers: number
  /** -1 where the system does not tell. */
  descriptors: number
}

export const PROBE = 'PROBE '

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

function descriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return -1
  }
}

process.on('SIGUSR2', () => {
  collect()
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  const resources = process.getActiveResourcesInfo()
  const count = (kind: string) => resources.filter((it) => it === kind).length
  const held: Held = {
    heapUsed,
    external,
    rss,
    sockets: count('TCPSocketWrap'),
    timers: count('Timeout'),
    descriptors: descriptors(),
  }
  process.stderr.write(`${PROBE}${JSON.stringify(held)}\n`)
})
