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
  /** Time for which this node still answers while others take over; 0: there are no other nodes. */
  drainMs: number
  /** Releases the storage. */
  release: () => void
}

/** A stop that takes longer than this plus the drain time hangs. */
export const STOP_MS = 10_000
/** Longest wait for calls in flight. */
const CALLS_MS = 5_000
const DISCONNECT_MS = 1_500
/** Share of the drain time in which the devices go, so that the balancer has time to notice before the last one. */
const DRAIN_SHARE = 0.6

/**
 * Stops in this order, so that every call in flight is durable and answered before its connection and the store close.
 */
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
