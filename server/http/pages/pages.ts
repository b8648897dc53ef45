import { createServer, type IncomingMessage } from 'node:http'
import { join, resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import createNext from 'next'
import type { Config } from '../../config/config.ts'
import type { Handler } from '../server.ts'
import { createPolicy, developmentPolicy } from './content-security-policy.ts'
import { builtScriptHashes } from './inline-scripts.ts'
import { builtPages, guardPages } from './page-door.ts'

export interface Pages {
  /** Their Content-Security-Policy. */
  policy: (request: IncomingMessage) => string
  handle: Handler
  /** In development only, for live reload. */
  upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | undefined
  close(): Promise<void>
}

const projectDir = resolve(import.meta.dirname, '../../..')

/** The pages, rendered by Next. `origins`: the addresses at which browsers open them. */
export async function openPages({ dev, host }: Config, port: number, origins: readonly string[]): Promise<Pages> {
  // Next listens for upgrades on the server that it is given, or on the one that serves it. This server never listens,
  // so upgrade.ts decides which upgrades Next gets.
  const upgrades = createServer()
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  const next = createNext({ dev, dir: projectDir, hostname: host, port, httpServer: upgrades })
  await next.prepare()
  const handle = next.getRequestHandler()
  const pass: Handler = (request, response) => void handle(request, response)
  return {
    policy: dev ? () => developmentPolicy : createPolicy(builtScriptHashes(join(projectDir, '.next')), origins),
    handle: dev ? pass : guardPages(builtPages(projectDir), pass),
    upgrade: dev ? (...args) => void upgrades.emit('upgrade', ...args) : undefined,
    close: () => next.close(),
  }
}
