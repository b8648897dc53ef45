import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { startServerProcess } from '../kit/server/server-process.ts'
import { type Held, PROBE } from './probe.ts'

/** A real server in a process of its own that can be asked what it holds. */
export interface Target {
  url: string
  port: number
  held(): Promise<Held>
  /** The lines it logged, without the answers of the probe. */
  log(): string[]
  /** Rejects, with the end of its log, if it ends by itself. */
  crashed: Promise<never>
  stop(): Promise<void>
}

export async function startTarget(env: Record<string, string> = {}): Promise<Target> {
  const probe = pathToFileURL(`${import.meta.dirname}/probe.ts`).href
  const child = startServerProcess({ LOG_LEVEL: 'warn', NODE_OPTIONS: `--import=${probe}`, ...env })
  const url = await child.ready
  let stopping = false
  const crashed = child.ended.then((how): Promise<never> => {
    if (stopping) return new Promise(() => {})
    throw new Error(`the server ended (${how}):\n${child.output().slice(-4_000)}`)
  })
  crashed.catch(() => {})
  const lines = () => child.output().split('\n')
  const answers = () => lines().filter((it) => it.startsWith(PROBE) && it.endsWith('}'))

  return {
    url,
    port: Number(new URL(url).port),
    async held() {
      const before = answers().length
      child.process.kill('SIGUSR2')
      while (answers().length === before) await Promise.race([once(child.process.stderr as Readable, 'data'), crashed])
      return JSON.parse((answers().at(-1) as string).slice(PROBE.length)) as Held
    },
    log: () => lines().filter((it) => it !== '' && !it.startsWith(PROBE) && !it.startsWith('Roost is ready')),
    crashed,
    async stop() {
      stopping = true
      await child[Symbol.asyncDispose]()
    },
  }
}
