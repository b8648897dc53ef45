import { fileURLToPath } from 'node:url'
import { type OwnProcess, startProcess } from './process.ts'

export interface BenchServer extends OwnProcess {
  port: number
}

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))
const probe = path('probe.ts')

/** Roost as its operators start it, without pages and limits on callers. */
export function startRoost(dataDir: string, more: Readonly<Record<string, string>> = {}): Promise<BenchServer> {
  const env = { PORT: '0', PAGES: 'off', RATE_LIMIT: 'off', LOG_LEVEL: 'warn', DATA_DIR: dataDir, ...more }
  return start(path('../../server/main.ts'), env)
}

/** One of the programs in `limits/`. */
export function startLimit(name: string): Promise<BenchServer> {
  return start(path(`../limits/${name}.ts`), {})
}

/** One of the programs in `load/`. */
export function startLoad(name: string): OwnProcess {
  return startProcess(path(`../load/${name}.ts`))
}

async function start(file: string, env: Record<string, string>): Promise<BenchServer> {
  const server = startProcess(file, env, probe)
  return { ...server, port: Number(await server.says(/ready at \S+:(\d+)\s/)) }
}
