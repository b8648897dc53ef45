import { setTimeout as wait } from 'node:timers/promises'
import type { Mother } from './core/mother.ts'
import type { Auth } from './core/ports/auth.ts'
import type { Nodes } from './core/ports/nodes.ts'
import type { Pages } from './http/pages/pages.ts'
import type { HttpServer } from './http/server.ts'
import type { SocketGateway } from './live/gateway.ts'
import type { Calls } from './traffic/calls.ts'

export interface Running {
  httpServer: HttpServer
  calls: Calls
  sockets: SocketGateway
  pages: Pages | undefined
  mother: Mother
  auth: Auth
  nodes: Nodes
  stopRetention: () => void
  /** How long others take over, while this one still answers; 0: there are no others. */
  drainMs: number
  /** Of the storage. */
  release: () => void
}

/** A stop that takes longer than this, and the time for others to take over, does not come to an end. */
export const STOP_MS = 10_000
/** Nobody waits longer for a call, or for a reader, that does not come to an end. */
const CALLS_MS = 5_000
const DISCONNECT_MS = 1_500
/** The last of the devices is asked to go when the balancer still has some time to notice that this node is going. */
const DRAIN_SHARE = 0.6

/** In this order, so that what was begun is durable and answered before its connection goes, and before the store closes. */
export function createStop({
  httpServer,
  calls,
  sockets,
  pages,
  mother,
  auth,
  nodes,
  stopRetention,
  drainMs,
  release,
}: Running) {
  let stopped: Promise<void> | undefined

  async function drain() {
    calls.leave()
    httpServer.refuseUpgrades()
    await Promise.all([wait(drainMs), atMost(drainMs, sockets.drain(drainMs * DRAIN_SHARE))])
  }

  async function stop() {
    stopRetention()
    if (drainMs > 0) await drain()
    const connectionsGone = httpServer.close()
    await atMost(CALLS_MS, calls.stop())
    await sockets.close(DISCONNECT_MS)
    httpServer.server.closeIdleConnections()
    await atMost(DISCONNECT_MS, connectionsGone)
    httpServer.server.closeAllConnections()
    await pages?.close()
    await mother.close()
    await auth.close()
    await nodes.close()
    release()
  }

  return () => (stopped ??= stop())
}

async function atMost(ms: number, done: Promise<unknown>): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, ms)
  await Promise.race([done, late])
  clearTimeout(timer)
}
