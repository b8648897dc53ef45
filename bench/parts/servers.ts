import type { CallableProcess } from './process.ts'
import { type BenchServer, startLimit, startLoad, startRoost } from './server.ts'

export interface Servers extends AsyncDisposable {
  roost: BenchServer
  limit: BenchServer
  load: CallableProcess
}

/** Roost on this data directory, a program of `limits/` and one of `load/`. Takes over `owned`, to be put away with them. */
export async function startServers(
  dataDir: string,
  names: { limit: string; load: string },
  owned: Disposable,
): Promise<Servers> {
  await using stack = new AsyncDisposableStack()
  stack.use(owned)
  const roost = stack.use(await startRoost(dataDir))
  const limit = stack.use(await startLimit(names.limit))
  const load = stack.use(startLoad(names.load))
  const kept = stack.move()
  return { roost, limit, load, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
