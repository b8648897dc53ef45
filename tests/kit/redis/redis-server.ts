import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@redis/client'
import { freePort } from '../network/free-port.ts'
import { type Program, startProgram } from '../process/program.ts'

/** A Redis of the test's own. It comes back empty, on the same port. */
export interface RedisServer {
  url: string
  port: number
  start(): Promise<void>
  stop(): Promise<void>
  freeze(): void
  thaw(): void
  [Symbol.asyncDispose](): Promise<void>
}

/** Whether this machine has the Debian package redis-server. */
export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0

export async function startRedis(...options: string[]): Promise<RedisServer> {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'roost-redis-'))
  const url = `redis://127.0.0.1:${port}`
  let now: Program | undefined

  async function start() {
    const address = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '']
    now = startProgram('redis-server', [...address, '--appendonly', 'no', ...options], { stdio: 'ignore' })
    await answers(url)
  }
  async function stop() {
    await now?.end('SIGKILL')
  }
  await start()
  return {
    ...{ url, port, start, stop },
    freeze: () => void now?.process.kill('SIGSTOP'),
    thaw: () => void now?.process.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<void> {
  const client = createClient({ url, socket: { reconnectStrategy: () => 20 } })
  client.on('error', () => {})
  await client.connect()
  await client.ping()
  client.destroy()
}
