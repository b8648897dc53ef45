import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Program, startProgram } from '../process/program.ts'

export interface ServerProcess extends Program {
  readonly dataDir: string
  /** The address of the server, once it says that it is ready. @throws with its output if it ends before. */
  readonly ready: Promise<string>
  /** Kills it if it runs, and removes the data directory that was made for it. */
  [Symbol.asyncDispose](): Promise<void>
}

export interface ServerProcessOptions {
  /** A shell command that runs first, such as `ulimit -f 8192`. */
  before?: string
  /** A module that Node loads before the server. */
  preload?: string
  /** Opens the channel for `process.send`. */
  ipc?: boolean
  /** A file to start in place of the server's own. */
  main?: string
}

const serverMain = resolve(import.meta.dirname, '../../../server/main.ts')

/**
 * Starts the server as its operators do, in a process of its own: on a free port and a new data directory, without the
 * pages, unless `env` says otherwise.
 *
 *     await using server = startServerProcess({ LOG_LEVEL: 'warn' })
 *     const http = createHttpClient(await server.ready)
 */
export function startServerProcess(
  env: Readonly<Record<string, string>> = {},
  { before, preload, ipc = false, main = serverMain }: ServerProcessOptions = {},
): ServerProcess {
  const ownDir = env.DATA_DIR === undefined ? mkdtempSync(join(tmpdir(), 'roost-')) : undefined
  const dataDir = env.DATA_DIR ?? ownDir ?? ''
  const { PATH } = process.env
  const defaults = { PORT: '0', PAGES: 'off', SIGNUP: 'open', RATE_LIMIT: 'off', DATA_DIR: dataDir, PATH }
  const node = [process.execPath, ...(preload === undefined ? [] : ['--import', preload]), main] as const
  const [command, ...args] = before === undefined ? node : ['sh', '-c', `${before}; exec "$0" "$@"`, ...node]
  const program = startProgram(command, args, {
    env: { ...defaults, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc' as const] : [])],
  })
  const ready = program.says(/Roost is ready at (\S+)\n/).then((it) => it.replace('localhost', '127.0.0.1'))
  // A test that expects the server to fail looks at `ended`.
  ready.catch(() => {})
  return {
    ...{ ...program, dataDir, ready },
    async [Symbol.asyncDispose]() {
      await program.end('SIGKILL')
      if (ownDir !== undefined) rmSync(ownDir, { recursive: true, force: true })
    },
  }
}
