import { type ProtocolError, RoostError } from '../../../lib/protocol/error.ts'
import type { Random } from '../../kit/random.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { MotherHost } from '../mother/host.ts'
import type { Link, Loose } from './link.ts'
import { createPipe } from './pipe.ts'
import type { ServerSocket } from './server-socket.ts'

/** Socket.IO's defaults: a side that hears nothing for both together takes the other one for gone. */
const PING_EVERY_MS = 25_000
const PING_PATIENCE_MS = 20_000
const CONNECT_TIMEOUT_MS = 20_000

export interface ConnectionEvents {
  event(name: string, payload: unknown): void
  refused(error: ProtocolError): void
  closed(reason: string): void
}

export interface ConnectionDeps {
  scheduler: Scheduler
  random: Random
  link: Link
  host: MotherHost
  token: string
  /** The tab itself is offline, though its browser is not. */
  isTabCut: () => boolean
  /** Whether the tab's code runs: only then does it answer a ping. */
  isAwake: () => boolean
  events: ConnectionEvents
}

export interface Connection {
  request(event: string, payload: unknown, answered: (answer: unknown) => void): void
  /** The device closes it. */
  close(): void
  /** The device is dead; its system closes what it had open. */
  drop(): void
}

/** Opens a live connection between a tab and the server, over a network with faults. */
export function openConnection(deps: ConnectionDeps): Connection {
  const { scheduler, random, link, host, events } = deps
  const upCut = () => link.state().upCut || deps.isTabCut()
  const downCut = () => link.state().downCut || deps.isTabCut()
  let server: (ServerSocket & { begin(): void }) | null = null
  let clientOpen = true
  let serverOpen = false
  let heardByClient = scheduler.now()
  let heardByServer = scheduler.now()

  const up = createPipe({ scheduler, random, link, isCut: upCut, drained: () => {} })
  const down = createPipe({ scheduler, random, link, isCut: downCut, drained: () => server?.drained() })
  const incarnation = host.incarnation()
  const sendUp = (arrive: () => void, bytes = 50, loose: Loose | null = null) => up.send({ bytes, loose, arrive })
  const sendDown = (arrive: () => void, bytes = 50, loose: Loose | null = null) => down.send({ bytes, loose, arrive })

  function endClient(reason: string): void {
    if (!clientOpen) return
    clientOpen = false
    settle()
    events.closed(reason)
  }
  function endServer(): void {
    if (!serverOpen) return
    serverOpen = false
    server?.disconnect()
    settle()
  }
  function settle(): void {
    if (clientOpen || serverOpen) return
    up.close()
    down.close()
  }

  async function handshake(): Promise<void> {
    try {
      server = await host.connect(deps.token, {
        emit(name, payload) {
          const text = JSON.stringify(payload)
          const arrive = () => {
            if (clientOpen) events.event(name, JSON.parse(text))
          }
          sendDown(arrive, text.length, name === 'batch' ? 'batch' : null)
        },
        unsent: down.unsent,
        ended() {
          serverOpen = false
          sendDown(() => endClient('io server disconnect'))
        },
      })
      if (!server) return endClient('the server cannot be reached')
      serverOpen = true
      heardByServer = scheduler.now()
      ping()
      server.begin()
    } catch (error) {
      const wire = error instanceof RoostError ? error.wire : { code: 'internal' as const, message: String(error) }
      sendDown(() => {
        if (!clientOpen) return
        clientOpen = false
        settle()
        events.refused(wire)
      })
    }
  }

  function ping(): void {
    scheduler.after(PING_EVERY_MS, () => {
      if (!serverOpen || host.incarnation() !== incarnation) return
      if (scheduler.now() - heardByServer > PING_EVERY_MS + PING_PATIENCE_MS) return endServer()
      sendDown(() => {
        heardByClient = scheduler.now()
        if (clientOpen && deps.isAwake()) sendUp(() => (heardByServer = scheduler.now()))
      })
      ping()
    })
  }

  function watch(): void {
    scheduler.after(PING_EVERY_MS, () => {
      if (!clientOpen) return
      if (scheduler.now() - heardByClient > PING_EVERY_MS + PING_PATIENCE_MS) return endClient('ping timeout')
      watch()
    })
  }

  sendUp(() => {
    if (!clientOpen) return
    if (host.isUp()) void handshake()
    else endClient('the server cannot be reached')
  })
  scheduler.after(CONNECT_TIMEOUT_MS, () => clientOpen && !server && endClient('timeout'))
  watch()
  // A process that dies takes its connections with it; its system says so to the other side, if it can.
  const unlisten = host.onDown(() => {
    if (serverOpen) {
      serverOpen = false
      if (!downCut()) scheduler.after(random.int(1, 50), () => endClient('transport close'))
    }
    unlisten()
  })

  function leave(): void {
    if (!clientOpen) return
    clientOpen = false
    sendUp(endServer)
    settle()
  }
  return {
    request(event, payload, answered) {
      const text = JSON.stringify(payload)
      const arrive = () => {
        if (!serverOpen) return
        server?.receive(event, JSON.parse(text), (answer) => {
          if (!serverOpen) return
          const reply = JSON.stringify(answer)
          sendDown(() => clientOpen && answered(JSON.parse(reply)), reply.length, 'call')
        })
      }
      sendUp(arrive, text.length, 'call')
    },
    close: leave,
    drop: leave,
  }
}
