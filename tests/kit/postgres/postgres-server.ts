import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../network/free-port.ts'
import { owner } from './owner.ts'

/** A PostgreSQL of our own, always on the same port, with everything that can happen to it. */
export interface PostgresServer extends AsyncDisposable {
  readonly url: string
  /** Resolves when it answers. @throws what it said, when it ends before. */
  start(): Promise<void>
  /** As its operator does: connections are ended, what they had begun is rolled back. */
  stop(): Promise<void>
  /** All of its processes at once, as when the machine dies. */
  kill(): Promise<void>
  /** @throws when it does not answer. */
  ask(sql: string): Promise<Record<string, unknown>[]>
}

const LOOK_MS = 50

/** `fill` puts the data into the empty directory: the program of PostgreSQL that does, and its arguments. */
export async function createPostgresServer(
  bin: string,
  fill: (dir: string) => readonly [string, ...string[]],
): Promise<PostgresServer> {
  const who = owner()
  const home = mkdtempSync(join(tmpdir(), 'roost-postgres-'))
  if (who.uid !== undefined && who.gid !== undefined) chownSync(home, who.uid, who.gid)
  const dir = join(home, 'data')
  const [program, ...given] = fill(dir)
  execFileSync(join(bin, program), given, { ...who, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] })

  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const address = ['-D', dir, '-p', String(port), '-h', '127.0.0.1', '-k', '']
  let child: ChildProcess | undefined
  let said = ''

  async function ask(sql: string) {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query(sql)).rows
    } finally {
      await client.end().catch(() => {})
    }
  }
  const isOver = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null
  async function start() {
    const now = spawn(join(bin, 'postgres'), [...address, '-c', 'wal_retrieve_retry_interval=500ms'], {
      ...who,
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child = now
    now.stderr.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-5_000)
    })
    while (!(await ask('SELECT 1').catch(() => null))) {
      if (isOver(now)) throw new Error(`PostgreSQL ended:\n${said}`)
      await wait(LOOK_MS)
    }
  }
  async function end(how: (it: ChildProcess) => void) {
    const now = child
    if (!now || isOver(now)) return
    const ended = once(now, 'exit')
    how(now)
    await ended
  }
  /** Its first process alone would leave others behind, which end only when they notice. */
  function killAll(it: ChildProcess) {
    const parts = spawnSync('pgrep', ['-P', String(it.pid)], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter(Boolean)
    for (const pid of [it.pid, ...parts.map(Number)]) {
      try {
        if (pid) process.kill(pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
  }
  const kill = () => end(killAll)
  const killWithUs = () => void (child && killAll(child))
  process.on('exit', killWithUs)

  return {
    ...{ url, start, kill, ask },
    stop: () => end((it) => it.kill('SIGINT')),
    async [Symbol.asyncDispose]() {
      await kill()
      process.off('exit', killWithUs)
      rmSync(home, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
