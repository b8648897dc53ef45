import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface ChildServer {
  process: ChildProcess
  dataDir: string
  /** What it said so far, both streams. */
  output(): string
  /** Where it is, once it says that it is ready. @throws when it ends before. */
  ready: Promise<string>
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>
  /** Kills it if need be, and removes its data unless they were there before. */
  [Symbol.asyncDispose](): Promise<void>
}

const main = resolve(import.meta.dirname, '../../server/main.ts')

/**
 * The server as its operators start it: a process of its own, without the pages unless `env` says so. `before` is what the
 * shell does first, such as `ulimit`.
 */
export function startChild(env: Readonly<Record<string, string>> = {}, before = ':'): ChildServer {
  const ownDir = env.DATA_DIR === undefined ? mkdtempSync(join(tmpdir(), 'roost-')) : undefined
  const dataDir = env.DATA_DIR ?? ownDir ?? ''
  const defaults = {
    PORT: '0',
    PAGES: 'off',
    SIGNUP: 'open',
    RATE_LIMIT: 'off',
    DATA_DIR: dataDir,
    PATH: process.env.PATH,
  }
  const child = spawn('sh', ['-c', `${before}; exec "$0" "$@"`, process.execPath, main], {
    env: { ...defaults, ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ready = Promise.withResolvers<string>()
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      const address = /Roost is ready at (\S+)\n/.exec(output)?.[1]
      if (address) ready.resolve(address.replace('localhost', '127.0.0.1'))
    })
  }
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string)
  ended.then(() => ready.reject(new Error(output))).catch(() => {})
  ready.promise.catch(() => {})
  return {
    process: child,
    dataDir,
    output: () => output,
    ready: ready.promise,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
      await ended
      if (ownDir !== undefined) rmSync(ownDir, { recursive: true, force: true })
    },
  }
}
