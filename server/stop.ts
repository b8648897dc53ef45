import { setTimeout as wait } from 'node:timers/promises'
import type { Files } from './core/files/files.ts'
import type { FileSweep } from './core/files/sweep.ts'
import type { Mother } from './core/mother.ts'
import type { Auth } from './core/ports/auth.ts'
import type { Lan } from './core/ports/lan.ts'
import type { Nodes } from './core/ports/nodes.ts'
import type { PushService } from './core/push/push.ts'
import type { Pages } from './http/pages/pages.ts'
import type { HttpServer } from './http/server.ts'
import type { SocketGateway } from './live/gateway.ts'
import type { Calls } from './traffic/calls.ts'

export interface Running {
  httpServer: HttpServer
  lan: Lan
  calls: Calls
  files: Files | undefined
  sweep: FileSweep | undefined
  sockets: SocketGateway
  pages: Pages | undefined
  push: PushService | undefined
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
const PUSH_MS = 1_500
/** Share of the drain time in which the devices go, so that the balancer has time to notice before the last one. */
const DRAIN_SHARE = 0.6

/**
 * Stops in this order, so that every call in flight is durable and answered before its connection and the store close.
 */
export function createStop({
  httpServer,
  lan,
  calls,
  files,
  sweep,
  sockets,
  pages,
  push,
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
    // Uploads end first: their devices go on with the next server.
    files?.stop()
    await atMost(CALLS_MS, calls.stop())
    await sockets.close(DISCONNECT_MS)
    httpServer.server.closeIdleConnections()
    await atMost(DISCONNECT_MS, connectionsGone)
    httpServer.server.closeAllConnections()
    await lan.close()
    await pages?.close()
    // A hint that has no outcome by then goes out again after the next start.
    await atMost(PUSH_MS, push?.stop() ?? Promise.resolve())
    await mother.close()
    // The next owner of the storage must not find a removal still at work. Without the store it ends soon.
    await sweep?.settled()
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
