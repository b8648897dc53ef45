import { type CpuTime, cpuTimeSoFar, difference } from '../parts/cpu-time.ts'
import type { BenchServer } from '../parts/server.ts'
import type { Setup } from '../parts/setup.ts'

/** The servers of a day. */
export interface DayServers extends AsyncDisposable {
  /** Ports of the running servers: devices are spread over them. */
  ports(): number[]
  /** Kills a server. A single server is started again at once; with several, the others take over. */
  kill(): Promise<void>
  /** Starts the killed server again. Returns the ports. */
  complete(): Promise<number[]>
  /** Figures of the server that was started last, since then. */
  last(): Promise<{ delayP99Ms: number; memoryMB: number }>
  /** Stops all servers. Returns the seconds of processor time since the start, with those of the killed server. */
  close(): Promise<CpuTime>
}

export async function openDayServers(setup: Setup, count: number): Promise<DayServers> {
  const running: BenchServer[] = []
  const start = async () => void running.push(await setup.startServer())
  for (let n = 0; n < count; n++) await start()
  const before = await cpuTimeSoFar(setup, running)
  let ofKilled = 0

  async function stop() {
    for (const it of running.splice(0)) await it[Symbol.asyncDispose]()
  }

  async function watched() {
    await start()
    await running.at(-1)?.call('watchDelay')
  }

  return {
    ports: () => running.map((it) => it.port),
    async kill() {
      const [first] = running.splice(0, 1)
      if (!first) return
      const { user, system } = await first.call<NodeJS.CpuUsage>('cpu')
      ofKilled = (user + system) / 1e6
      await first.kill()
      if (running.length === 0) await watched()
    },
    async complete() {
      if (running.length < count) await watched()
      return running.map((it) => it.port)
    },
    async last() {
      const server = running.at(-1) as BenchServer
      const { p99 } = await server.call<{ p99: number }>('delay')
      return { delayP99Ms: p99, memoryMB: (await server.call<number>('memory')) / 1024 ** 2 }
    },
    async close() {
      const cpuTime = difference(before, await cpuTimeSoFar(setup, running))
      await stop()
      return { ...cpuTime, node: (cpuTime.node ?? 0) + ofKilled }
    },
    [Symbol.asyncDispose]: stop,
  }
}
