import type { Place } from '../parts/place.ts'
import type { BenchServer } from '../parts/server.ts'
import { difference, type Spent, spentSoFar } from '../parts/spent.ts'

/** The servers of a day. */
export interface House extends AsyncDisposable {
  /** Of those that run: devices are spread over them. */
  ports(): number[]
  /** One dies. The only one begins again at once, of several the others take over. */
  kill(): Promise<void>
  /** What was killed runs again. Answers the ports. */
  complete(): Promise<number[]>
  /** Of the one that began last, since then. */
  last(): Promise<{ delayP99Ms: number; memoryMB: number }>
  /** Stops all of them. Answers the seconds of processor time since the house was opened, with those of the one that was killed. */
  close(): Promise<Spent>
}

export async function openHouse(place: Place, count: number): Promise<House> {
  const running: BenchServer[] = []
  const start = async () => void running.push(await place.startServer())
  for (let n = 0; n < count; n++) await start()
  const before = await spentSoFar(place, running)
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
      const spent = difference(before, await spentSoFar(place, running))
      await stop()
      return { ...spent, node: (spent.node ?? 0) + ofKilled }
    },
    [Symbol.asyncDispose]: stop,
  }
}
