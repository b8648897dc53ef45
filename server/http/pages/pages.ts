import { createServer, type IncomingMessage } from 'node:http'
import { join, resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import createNext from 'next'
import type { Config } from '../../config/config.ts'
import type { Handler } from '../server.ts'
import { contentSecurityPolicy, developmentPolicy } from './content-security-policy.ts'
import { builtScriptHashes } from './inline-scripts.ts'
import { builtPages, guardPages } from './page-door.ts'

export interface Pages {
  /** Their Content-Security-Policy. */
  policy: string
  handle: Handler
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
  const pass: Handler = (request, response) => void handle(request, response)
  return {
    policy: dev ? developmentPolicy : contentSecurityPolicy(builtScriptHashes(join(projectDir, '.next')), origins),
    handle: dev ? pass : guardPages(builtPages(projectDir), pass),
    upgrade: dev ? (...args) => void upgrades.emit('upgrade', ...args) : undefined,
    close: () => next.close(),
  }
}
