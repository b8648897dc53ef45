import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@redis/client'
import { freePort } from '../network/free-port.ts'

/** A Redis of the test's own, always on the same port, that can be stopped, frozen and started again. Keeps nothing. */
export interface RedisServer {
  url: string
  port: number
  start(): Promise<void>
  stop(): Promise<void>
  freeze(): void
  thaw(): void
  [Symbol.asyncDispose](): Promise<void>
}

/** Whether this machine has one. It is the Debian package redis-server. */
export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0

export async function startRedis(...options: string[]): Promise<RedisServer> {
  const port = await freePort()
  const dir = mkdtempSync(join(tmpdir(), 'roost-redis-'))
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess | undefined

  const endWithUs = () => void child?.kill('SIGKILL')
  process.on('exit', endWithUs)

  async function start() {
    const address = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '']
    child = spawn('redis-server', [...address, '--appendonly', 'no', ...options], { stdio: 'ignore' })
    await answers(url)
  }
  async function stop() {
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    child = undefined
    await ended
  }
  await start()
  return {
    ...{ url, port, start, stop },
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await stop()
      process.off('exit', endWithUs)
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
