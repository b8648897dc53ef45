import type { BenchServer } from './server.ts'
import type { Setup } from './setup.ts'

/** Seconds of processor time by whose it is: `node` is all servers together. */
export type CpuTime = Readonly<Record<string, number>>

/** Processor time that these servers and their PostgreSQL and Redis spend while `run` runs. */
export async function cpuTimeIn(
  setup: Setup,
  used: readonly BenchServer[],
  run: () => Promise<unknown>,
): Promise<CpuTime> {
  const before = await cpuTimeSoFar(setup, used)
  await run()
  return difference(before, await cpuTimeSoFar(setup, used))
}

export async function cpuTimeSoFar(setup: Setup, used: readonly BenchServer[]): Promise<CpuTime> {
  const all = await Promise.all(used.map((it) => it.call<NodeJS.CpuUsage>('cpu')))
  const node = all.reduce((sum, { user, system }) => sum + user + system, 0) / 1e6
  return { node, ...(await setup.beside()) }
}

export const difference = (before: CpuTime, after: CpuTime): CpuTime =>
  Object.fromEntries(Object.entries(after).map(([name, it]) => [name, it - (before[name] ?? 0)]))

/** The same for a mother that is in this process. */
export async function ownCpuTime(setup: Setup, run: () => Promise<unknown>): Promise<CpuTime> {
  const [cpu, before] = [process.cpuUsage(), await setup.beside()]
  await run()
  const { user, system } = process.cpuUsage(cpu)
  return { node: (user + system) / 1e6, ...difference(before, await setup.beside()) }
}
