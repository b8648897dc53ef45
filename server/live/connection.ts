import { batchJson } from '../core/messages/raw-json.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import { createBacklog } from './backlog.ts'
import { answerCalls } from './calls.ts'
import type { Link } from './link.ts'
import { type Shared, serveLink } from './serve-link.ts'
import type { DeviceSocket, Tell } from './types.ts'

/** Serves one socket of a device: its calls, and what the server tells it. */
export function serveConnection(socket: DeviceSocket, deps: GatewayDeps, shared: Shared): void {
  const backlog = createBacklog(socket)
  const metrics = deps.metrics.connections.opened()
  if (metrics) {
    socket.onAny((event: string, payload: unknown) => event === 'ack' && metrics.acknowledged(versionIn(payload)))
  }
  const emit: Tell = (event, payload) => {
    if (event !== 'batch') return void (socket.emit as (event: string, payload: unknown) => void)(event, payload)
    const batch = payload as Parameters<typeof batchJson>[0]
    metrics?.sent({ upTo: batch.upTo, messages: batch.messages.length })
    socket.emit('batch', batchJson(batch))
  }
  const link: Link = {
    ...{ id: socket.id, caller: socket.data.caller, backlog, emit },
    isOpen: () => socket.connected,
    drop: () => socket.conn.close(),
    end: () => socket.disconnect(true),
    onClose: (closed) => socket.on('disconnect', closed),
  }
  const { revoke } = serveLink(link, deps, shared)
  answerCalls(socket, backlog, deps, revoke)
}

/** NaN, which covers no batch, when the payload is no ack. */
function versionIn(payload: unknown): number {
  return typeof payload === 'object' && payload !== null && 'version' in payload ? Number(payload.version) : Number.NaN
}
