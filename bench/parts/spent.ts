import type { Place } from './place.ts'
import type { BenchServer } from './server.ts'

/** Seconds of processor time by whose it is: `node` is all servers together. */
export type Spent = Readonly<Record<string, number>>

/** What these servers, and whatever stands beside them, spend while `run` runs. */
export async function spentIn(place: Place, used: readonly BenchServer[], run: () => Promise<unknown>): Promise<Spent> {
  const before = await spentSoFar(place, used)
  await run()
  return difference(before, await spentSoFar(place, used))
}

export async function spentSoFar(place: Place, used: readonly BenchServer[]): Promise<Spent> {
  const all = await Promise.all(used.map((it) => it.call<NodeJS.CpuUsage>('cpu')))
  const node = all.reduce((sum, { user, system }) => sum + user + system, 0) / 1e6
  return { node, ...(await place.beside()) }
}

export const difference = (before: Spent, after: Spent): Spent =>
  Object.fromEntries(Object.entries(after).map(([name, it]) => [name, it - (before[name] ?? 0)]))

/** The same for a mother that is in this process. */
export async function spentByThis(place: Place, run: () => Promise<unknown>): Promise<Spent> {
  const [cpu, before] = [process.cpuUsage(), await place.beside()]
  await run()
  const { user, system } = process.cpuUsage(cpu)
  return { node: (user + system) / 1e6, ...difference(before, await place.beside()) }
}
