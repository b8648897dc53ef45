import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../network/free-port.ts'
import { type Program, startProgram } from '../process/program.ts'
import { owner } from './owner.ts'
import { runSql } from './run-sql.ts'

/** A PostgreSQL server of the test's own, always on the same port and data. */
export interface PostgresServer extends AsyncDisposable {
  readonly url: string
  /** Resolves when it answers. @throws with its output if it ends before. */
  start(): Promise<void>
  /** Stops it as an operator does: connections are closed, open transactions rolled back. */
  stop(): Promise<void>
  /** Kills all of its processes at once, as when the machine dies. */
  kill(): Promise<void>
  /** Runs one statement. @throws when it does not answer. */
  ask(sql: string): Promise<Record<string, unknown>[]>
}

const LOOK_MS = 50

/** `fill` names the program of PostgreSQL that fills the empty data directory, and its arguments. */
export async function createPostgresServer(
  bin: string,
  fill: (dir: string) => readonly [string, ...string[]],
): Promise<PostgresServer> {
  const user = owner()
  const home = mkdtempSync(join(tmpdir(), 'roost-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(home, user.uid, user.gid)
  const dir = join(home, 'data')
  const [program, ...given] = fill(dir)
  execFileSync(join(bin, program), given, { ...user, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] })

  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const args = ['-D', dir, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'wal_retrieve_retry_interval=500ms']
  let now: Program | undefined

  const ask = (sql: string) => runSql(url, sql)
  async function start() {
    const started = startProgram(join(bin, 'postgres'), args, { ...user, cwd: home })
    now = started
    while (!(await ask('SELECT 1').catch(() => null))) {
      if (!started.isRunning()) throw new Error(`PostgreSQL ended:\n${started.output()}`)
      await wait(LOOK_MS)
    }
  }
  async function kill() {
    if (now?.isRunning()) killAll(now.process.pid)
    await now?.ended
  }
  const killWithUs = () => now?.isRunning() && killAll(now.process.pid)
  process.on('exit', killWithUs)

  return {
    ...{ url, start, kill, ask },
    async stop() {
      await now?.end('SIGINT')
    },
    async [Symbol.asyncDispose]() {
      await kill()
      process.off('exit', killWithUs)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Killed alone, the first process would leave its children behind until they notice. */
function killAll(pid: number | undefined) {
  const { stdout } = spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
  for (const it of [pid, ...stdout.split('\n')].filter(Boolean)) {
    try {
      process.kill(Number(it), 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}
