import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import createNext from 'next'
import type { Config } from '../../config/config.ts'
import { contentSecurityPolicy, developmentPolicy } from './content-security-policy.ts'
import { builtScriptHashes } from './inline-scripts.ts'

export interface Pages {
  /** Their Content-Security-Policy. */
  policy: string
  handle(request: IncomingMessage, response: ServerResponse): void
  /** Only in development: its live reload. */
  upgrade: ((request: IncomingMessage, socket: Duplex, head: Buffer) => void) | undefined
  close(): Promise<void>
}

const projectDir = resolve(import.meta.dirname, '../../..')

/** The pages, drawn by Next. `origins`: where they are opened. */
export async function openPages({ dev, host }: Config, port: number, origins: readonly string[]): Promise<Pages> {
  // Next listens for upgrades on whatever server it is given, and on the one that serves it if it is given none. This one
  // never listens: upgrade.ts decides what comes here.
  const upgrades = createServer()
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  const next = createNext({ dev, dir: projectDir, hostname: host, port, httpServer: upgrades })
  await next.prepare()
  const handle = next.getRequestHandler()
  return {
    policy: dev ? developmentPolicy : contentSecurityPolicy(builtScriptHashes(join(projectDir, '.next')), origins),
    handle: (request, response) => void handle(request, response),
    upgrade: dev ? (...args) => void upgrades.emit('upgrade', ...args) : undefined,
    close: () => next.close(),
  }
}
