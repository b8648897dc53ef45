import { fileURLToPath } from 'node:url'
import { startServerProcess } from '../../tests/kit/server/server-process.ts'
import { type CallableProcess, callable, measuredEnv, startModule } from './process.ts'

export interface BenchServer extends CallableProcess {
  port: number
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const preload = path('probe.ts')

/** Starts Roost without pages and limits on callers. */
export async function startRoost(dataDir: string, more: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const env = { ...measuredEnv(), SIGNUP: 'first', LOG_LEVEL: 'warn', DATA_DIR: dataDir, ...more }
  return listening(callable(startServerProcess(env, { preload, ipc: true })))
}

/** Starts one of the programs in `limits/`. */
export function startLimit(name: string): Promise<BenchServer> {
  return listening(startModule(path(`../limits/${name}.ts`), preload))
}

/** Starts one of the programs in `load/`. */
export function startLoad(name: string): CallableProcess {
  return startModule(path(`../load/${name}.ts`))
}

const listening = async (server: CallableProcess): Promise<BenchServer> => ({
  ...server,
  port: Number(await server.says(/ready at \S+:(\d+)\s/)),
})
