import { RoostError } from '../../lib/protocol/error.ts'
import { batchJson } from '../core/messages/raw-json.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import type { Semaphore } from '../traffic/semaphore.ts'
import { createBacklog } from './backlog.ts'
import { answerCalls } from './calls.ts'
import type { ConnectedDevices } from './connected-devices.ts'
import type { DeviceLists } from './events/device-lists.ts'
import { createInboxEvents } from './events/inbox-event.ts'
import { createPairingEvents } from './events/pairing-event.ts'
import { createFeed } from './feed.ts'
import type { DeviceSocket } from './types.ts'

/** Pause after the store could not be read. */
const RETRY_MS = 1_000

/** Shared by all connections of a server. */
export interface Shared {
  presence: ConnectedDevices
  /** Limits reads of the head: when Redis is back, all connections want one at once. */
  headReads: Semaphore
  deviceLists: DeviceLists
}

/** Serves one connection of a device, from `hello` to its end. */
export async function serveConnection(
  socket: DeviceSocket,
  deps: GatewayDeps,
  { presence, headReads, deviceLists }: Shared,
): Promise<void> {
  const { mother, bus, log } = deps
  const { caller } = socket.data
  const backlog = createBacklog(socket)
  const metrics = deps.metrics.connections.opened()
  if (metrics) {
    socket.onAny((event: string, payload: unknown) => event === 'ack' && metrics.acknowledged(versionIn(payload)))
  }
  const feed = createFeed({
    deviceId: caller.deviceId,
    pull: (request) => mother.pull(caller, request),
    emit(batch) {
      metrics?.sent({ upTo: batch.upTo, messages: batch.messages.length })
      socket.emit('batch', batchJson(batch))
    },
    backlog,
    giveUp,
  })
  const reader = { socketId: socket.id, deviceId: caller.deviceId, backlog, onRemoved: () => revoke() }
  const devices = deviceLists.join(caller.userId, reader)
  const inbox = createInboxEvents((event) => socket.emit('inbox', event), backlog)
  const pairing = createPairingEvents({
    read: () => mother.waitingClaims(caller),
    emit: (claim) => socket.emit('pairing', claim),
    backlog,
    onError(error) {
      if (isRevoked(error)) return revoke()
      log.warn({ err: error }, 'the claims of a pairing code could not be read')
    },
  })
  let greeted = false
  let missed = false
  let isPresent = false
  let retryTimer: NodeJS.Timeout | undefined

  // Subscribes before it reads the head, so that it feeds a message appended in between after `hello`.
  const unsubscribe = bus.subscribe(caller.userId, (event) => {
    if (event.type === 'appended') feed.appended(event)
    else if (event.type === 'revoked') event.deviceId === caller.deviceId && revoke()
    else if (event.type === 'missed') onMissed()
    else if (event.type === 'read') inbox.moved(event)
    else if (event.type === 'pairing') event.deviceId === caller.deviceId && greeted && pairing.changed()
    else if (greeted) devices.changed()
  })

  /** An event may have been lost, so only a new read of the head tells everything. */
  function onMissed() {
    missed = true
    if (greeted) void catchUp()
  }

  async function catchUp(again = false) {
    missed = false
    const position = feed.position()
    try {
      const seen = await headReads.run(() => mother.hello(caller))
      feed.checkHead(seen, position)
      inbox.moved(seen)
      devices.changed()
      pairing.changed()
    } catch (error) {
      if (!isPassing(error)) return giveUp(error)
      if (!again) log.warn({ err: error }, 'what was missed could not be looked for')
      clearTimeout(retryTimer)
      if (socket.connected) retryTimer = setTimeout(() => void catchUp(true), RETRY_MS).unref()
    }
  }

  function stop() {
    unsubscribe()
    feed.stop()
    devices.stop()
    inbox.stop()
    pairing.stop()
    clearTimeout(retryTimer)
  }

  function revoke() {
    stop()
    if (socket.connected) socket.emit('revoked', {})
    socket.disconnect(true)
  }

  /** The device reconnects by itself, and starts with a new `hello`. */
  function giveUp(error: unknown) {
    if (isRevoked(error)) return revoke()
    log.warn({ err: error }, 'a connection was given up')
    stop()
    socket.conn.close()
  }

  socket.on('disconnect', () => {
    stop()
    if (isPresent) void presence.leave(caller)
  })
  answerCalls(socket, backlog, deps, revoke)

  try {
    const hello = await mother.hello(caller)
    if (!socket.connected) return
    socket.emit('hello', hello)
    feed.start(hello)
    inbox.start(hello)
    isPresent = true
    await presence.enter(caller)
    greeted = true
    devices.changed()
    pairing.changed()
    if (missed) await catchUp()
  } catch (error) {
    giveUp(error)
  }
}

/** NaN, which covers no batch, when the payload is no ack. */
function versionIn(payload: unknown): number {
  return typeof payload === 'object' && payload !== null && 'version' in payload ? Number(payload.version) : Number.NaN
}

const isPassing = (error: unknown) => error instanceof RoostError && error.code === 'unavailable'
const isRevoked = (error: unknown) => error instanceof RoostError && error.code === 'revoked'
