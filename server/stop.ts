import { setTimeout as wait } from 'node:timers/promises'
import type { Mother } from './core/mother.ts'
import type { Auth } from './core/ports/auth.ts'
import type { Nodes } from './core/ports/nodes.ts'
import type { Pages } from './http/pages/pages.ts'
import type { Front } from './http/server.ts'
import type { SocketGateway } from './live/gateway.ts'
import type { Calls } from './traffic/calls.ts'

export interface Running {
  front: Front
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
const GOING_MS = 1_500
/** The last of the devices is asked to go when the balancer still has some time to notice that this node is going. */
const SENDING_AWAY = 0.6

/** In this order, so that what was begun is durable and answered before its connection goes, and before the store closes. */
export function createStop({
  front,
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
    front.retire()
    await Promise.all([wait(drainMs), atMost(drainMs, sockets.drain(drainMs * SENDING_AWAY))])
  }

  async function stop() {
    stopRetention()
    if (drainMs > 0) await drain()
    const connectionsGone = front.close()
    await atMost(CALLS_MS, calls.stop())
    await sockets.close(GOING_MS)
    front.server.closeIdleConnections()
    await atMost(GOING_MS, connectionsGone)
    front.server.closeAllConnections()
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
