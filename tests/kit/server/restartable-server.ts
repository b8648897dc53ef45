import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../network/free-port.ts'
import { type ServerProcess, type ServerProcessOptions, startServerProcess } from './server-process.ts'

/** A server process that can be stopped and comes back on the same port and data directory. */
export interface RestartableServer extends AsyncDisposable {
  readonly url: string
  readonly dataDir: string
  /** The id of its process while it runs. */
  pid(): number | undefined
  /** Resolves when it is ready. `more` settings are for this run only. @throws with its output if it ends before. */
  start(more?: Readonly<Record<string, string>>): Promise<void>
  /** Sends SIGTERM and resolves with the exit code. */
  stop(): Promise<number | NodeJS.Signals | undefined>
  /** Sends SIGKILL: nothing is flushed, no connection is closed. */
  kill(): Promise<void>
  /** Sends SIGSTOP: connections stay open, and nothing is answered. */
  freeze(): void
  thaw(): void
}

/**
 * Makes the server without starting it.
 *
 *     await using server = await createRestartableServer()
 *     await server.start()
 *     await server.kill()
 *     await server.start()
 */
export async function createRestartableServer(
  env: Readonly<Record<string, string>> = {},
  options: ServerProcessOptions = {},
): Promise<RestartableServer> {
  const folder = mkdtempSync(join(tmpdir(), 'roost-server-'))
  const port = Number(env.PORT ?? (await freePort()))
  const dataDir = env.DATA_DIR ?? join(folder, 'data')
  let now: ServerProcess | undefined

  async function end(signal: NodeJS.Signals) {
    const ending = now
    now = undefined
    return ending?.end(signal)
  }
  return {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    pid: () => now?.process.pid,
    async start(more = {}) {
      if (now) throw new Error('The server runs already.')
      now = startServerProcess({ ...env, PORT: String(port), DATA_DIR: dataDir, ...more }, options)
      await now.ready
    },
    stop: () => end('SIGTERM'),
    async kill() {
      await end('SIGKILL')
    },
    freeze: () => void now?.process.kill('SIGSTOP'),
    thaw: () => void now?.process.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
