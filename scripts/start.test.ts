import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { lockDataDir } from '../server/config/data-lock.ts'
import { root } from './paths.mjs'

/** Node 20 and Windows cannot replace a process: the starter stays in front of the server there. */
const withoutExecve = { NODE_OPTIONS: '--import data:text/javascript,delete(process.execve)' }

interface Started {
  npm: ChildProcess
  dataDir: string
  url: string
  /** npm first, then what it started, the server last. */
  chain: number[]
  said: () => string
}

/** A process of its own between npm and the server, which a shell that runs its last command itself is not. */
function shellBetween(folder: string): Record<string, string> {
  mkdirSync(join(folder, 'bin'))
  const shell = join(folder, 'bin/sh')
  writeFileSync(shell, '#!/bin/bash\n/bin/sh "$@"\nexit $?\n')
  chmodSync(shell, 0o755)
  return { npm_config_script_shell: shell }
}

async function start(
  options: { between?: boolean; env?: Record<string, string>; command?: [string, ...string[]] } = {},
): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'roost-start-'))
  const dataDir = join(folder, 'data')
  const [command, ...args] = options.command ?? ['npm', 'start']
  const npm = spawn(command, args, {
    cwd: root,
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', PAGES: 'off', DATA_DIR: dataDir },
      NODE_ENV: 'production',
      ...(options.between ? shellBetween(folder) : {}),
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // As in a terminal: all of it is one process group, and the tests signal that.
    detached: true,
  })
  const group = -(npm.pid as number)
  onTestFinished(async () => {
    try {
      process.kill(group, 'SIGKILL')
    } catch {}
    rmSync(folder, { recursive: true, force: true })
  })
  let said = ''
  for (const stream of [npm.stdout, npm.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const address = () => /Roost is ready at (\S+)\r?\n/.exec(said)?.[1]
  await vi.waitUntil(address, { timeout: 30_000 })
  return { npm, dataDir, url: address() as string, chain: chainBelow(npm.pid as number), said: () => said }
}

function chainBelow(pid: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'ppid=,pid='], { encoding: 'utf8' }).trim().split('\n')
  const child = rows.map((it) => it.trim().split(/\s+/).map(Number)).find(([parent]) => parent === pid)?.[1]
  return child === undefined ? [pid] : [pid, ...chainBelow(child)]
}

/** Within seconds nothing listens, and another server may have the data. */
async function expectGone({ url, dataDir }: Started) {
  await vi.waitFor(() => lockDataDir(dataDir)(), { timeout: 5_000 })
  await expect(fetch(url)).rejects.toThrow()
}

test('the server takes the place of its starter', async () => {
  const { chain } = await start()
  const programs = chain.map((pid) => execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }))
  expect(programs.at(-1)).toContain('server/main.ts')
  expect(programs.filter((it) => /^\S*node \S*start\.mjs/.test(it))).toEqual([])
})

test.each([
  ['npm', 0, {}],
  ['npm, with a shell between', 0, { between: true }],
  ['the shell between', 1, { between: true }],
  ['the server itself', -1, {}],
  ['npm, where no process can be replaced', 0, { env: withoutExecve }],
  ['the starter, where no process can be replaced', -2, { env: withoutExecve }],
])('SIGKILL of %s leaves no server behind', { timeout: 120_000 }, async (_, place, options) => {
  const started = await start(options)
  process.kill(started.chain.at(place) as number, 'SIGKILL')
  await expectGone(started)
  if (place !== -1) expect(started.said()).toMatch(/"signal":"a launcher has gone","msg":"stopping"/)
})

test.each([
  ['SIGINT', {}],
  ['SIGHUP', {}],
  ['SIGINT', { between: true }],
  ['SIGINT', { env: withoutExecve }],
] as const)(
  '%s from the terminal stops the server once and in order (%j)',
  { timeout: 120_000 },
  async (signal, options) => {
    const started = await start(options)
    const ended = once(started.npm, 'exit')
    process.kill(-(started.npm.pid as number), signal)
    await expectGone(started)
    await ended
    expect(started.said().match(/"msg":"stopping"/g)).toHaveLength(1)
    expect(started.said()).toContain(`"signal":"${signal}"`)
  },
)

test('SIGTERM of npm stops the server in order', async () => {
  const started = await start()
  started.npm.kill('SIGTERM')
  await expectGone(started)
  expect(started.said().match(/"msg":"stopping"/g)).toHaveLength(1)
})

const hasTerminals = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0

test.skipIf(!hasTerminals)('a terminal that is closed stops the server in order', { timeout: 120_000 }, async () => {
  // util-linux's `script` is the terminal: when it is gone, the kernel hangs up.
  const started = await start({ command: ['script', '-qefc', 'npm start', '/dev/null'] })
  const log = join(started.dataDir, 'roost.db-wal')
  expect(existsSync(log)).toBe(true)
  process.kill(started.npm.pid as number, 'SIGKILL')
  await expectGone(started)
  // SQLite takes its log away when it is closed, and not when the server is killed.
  expect(existsSync(log)).toBe(false)
})
