import { RoostError } from '../../lib/protocol/error.ts'
import { ALL } from '../../lib/protocol/values/ids.ts'
import type { BusEvent } from '../core/ports/bus.ts'
import type { GatewayDeps } from '../traffic/gateway-deps.ts'
import type { Semaphore } from '../traffic/semaphore.ts'
import type { ConnectedDevices } from './connected-devices.ts'
import type { DeviceLists } from './events/device-lists.ts'
import { createInboxEvents } from './events/inbox-event.ts'
import { createPairingEvents } from './events/pairing-event.ts'
import { createFeed } from './feed.ts'
import type { Link } from './link.ts'

/** Pause after the store could not be read. */
const RETRY_MS = 1_000

/** Shared by all connections of a server. */
export interface Shared {
  presence: ConnectedDevices
  /** Limits reads of the head: when Redis is back, all connections want one at once. */
  headReads: Semaphore
  deviceLists: DeviceLists
}

/** Serves one connection of a device, from `hello` to its end. `revoke` ends it as that of a removed device. */
export function serveLink(
  link: Link,
  deps: GatewayDeps,
  { presence, headReads, deviceLists }: Shared,
): { revoke(): void } {
  const { mother, bus, log } = deps
  const { caller, backlog } = link
  const feed = createFeed({
    deviceId: caller.deviceId,
    pull: (request) => mother.pull(caller, request),
    emit: (batch) => link.emit('batch', batch),
    backlog,
    giveUp,
  })
  const reader = { linkId: link.id, deviceId: caller.deviceId, backlog, onRemoved: () => revoke() }
  const devices = deviceLists.join(caller.userId, reader)
  const inbox = createInboxEvents((event) => link.emit('inbox', event), backlog)
  const pairing = createPairingEvents({
    read: () => mother.waitingClaims(caller),
    emit: (claim) => link.emit('pairing', claim),
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
    else if (event.type === 'file') tellOfFile(event)
    else if (event.type === 'pairing') event.deviceId === caller.deviceId && greeted && pairing.changed()
    else if (greeted) devices.changed()
  })

  /** A hint, which a slow reader may miss: a device asks for a file when it shows it. */
  function tellOfFile({ fileId, viewers }: FileArrived) {
    if (!greeted || backlog.isFull()) return
    if (viewers === ALL || viewers.includes(caller.deviceId)) link.emit('file', { fileId, complete: true })
  }

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
      if (link.isOpen()) retryTimer = setTimeout(() => void catchUp(true), RETRY_MS).unref()
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
    if (link.isOpen()) link.emit('revoked', {})
    link.end()
  }

  function giveUp(error: unknown) {
    if (isRevoked(error)) return revoke()
    log.warn({ err: error }, 'a connection was given up')
    stop()
    link.drop(error)
  }

  link.onClose(() => {
    stop()
    if (isPresent) void presence.leave(caller)
  })

  async function begin() {
    const hello = await mother.hello(caller)
    if (!link.isOpen()) return
    link.emit('hello', hello)
    const at = (await link.begin?.(hello)) ?? hello
    if (!link.isOpen()) return
    feed.start(at)
    feed.checkHead(hello, { head: 0, digest: hello.digest })
    inbox.start(hello)
    isPresent = true
    await presence.enter(caller)
    greeted = true
    devices.changed()
    pairing.changed()
    if (missed) await catchUp()
  }

  begin().catch(giveUp)
  return { revoke }
}

type FileArrived = Extract<BusEvent, { type: 'file' }>

const isPassing = (error: unknown) => error instanceof RoostError && error.code === 'unavailable'
const isRevoked = (error: unknown) => error instanceof RoostError && error.code === 'revoked'
