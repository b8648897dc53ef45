import type { Hello } from '../protocol/device.ts'
import { RoostError } from '../protocol/error.ts'
import { limits } from '../protocol/limits.ts'
import type { PairingEvent } from '../protocol/pairing.ts'
import { createAskAgain } from './ask-again.ts'
import {
  type Conditions,
  type Connection,
  type ConnectionEvent,
  isConnected,
  transition,
} from './connection/connection.ts'
import { createHeartbeat } from './connection/heartbeat.ts'
import { createHttpFallback } from './connection/http-fallback.ts'
import { createInFlight } from './connection/in-flight.ts'
import { lossOf } from './connection/loss.ts'
import { createProbe } from './connection/probe.ts'
import { createAcker } from './inbox/acker.ts'
import { createApplier } from './inbox/applier.ts'
import { createLeveler } from './inbox/leveler.ts'
import { createProgress, type Progress } from './inbox/progress.ts'
import type { Puller } from './inbox/puller.ts'
import { createReadReporter } from './inbox/read-reporter.ts'
import { shownPull } from './inbox/shown-pull.ts'
import { createOutboxRunner } from './outbox/outbox-runner.ts'
import {
  type Clock,
  type DeviceStore,
  type LiveEvents,
  type LiveTransport,
  type Random,
  StorageError,
  type Transport,
} from './ports.ts'

export interface EngineDeps {
  store: DeviceStore
  live: LiveTransport
  puller: Puller
  /** Serves the device while it cannot get a live connection: some networks block WebSocket. */
  http: Transport
  httpPuller: Puller
  clock: Clock
  random: Random
  conditions: Conditions
  changed: (what: 'connection' | 'inbox' | 'outbox' | 'devices' | 'read') => void
  /** A claim waits for a decision of this device. */
  claimed?: (claim: PairingEvent) => void
  /** The server has all of a file now. */
  fileCame?: (fileId: string) => void
  /** The server has refused a mark for good, so it is undone. */
  markRefused?: () => void
  /** The store failed; null once it works again. */
  troubled: (error: StorageError | null) => void
}

export interface Engine {
  connection(): Connection
  progress(): Progress | null
  /** The server's head as last known. */
  head(): number
  setConditions(change: Partial<Conditions>): void
  /** A message waits in the outbox. */
  outboxGrew(): void
  /** The person has read on. */
  readMoved(): void
  /** Pulls now. Resolves once the device is level, or the try has ended otherwise. */
  checkNow(): Promise<void>
  stop(): void
}

/**
 * The rest between two acks of live messages, in ms. The server passes acks on to other devices once a second at most.
 */
const ACK_REST_MS = 200

/** Carries out each change of the connection's state. connection.ts decides which state follows which. */
export function createEngine(deps: EngineDeps): Engine {
  const { store, live, clock } = deps
  const inFlight = createInFlight()
  let conditions = deps.conditions
  let connection: Connection = { state: 'following' }
  let waiters: (() => void)[] = []
  let stopped = false
  let heartbeatMs: number = limits.heartbeatMs

  const changed: EngineDeps['changed'] = (what) => {
    if (!stopped) deps.changed(what)
  }
  const behind = () => dispatch({ type: 'behind' })
  const progress = createProgress(clock)
  const heartbeat = createHeartbeat(clock, behind)
  const acker = createAcker(live.acknowledge, behind, () => new Promise((resolve) => clock.after(ACK_REST_MS, resolve)))
  const probe = createProbe(
    clock,
    async () => {
      const { cursor, digest } = await store.position()
      // Changes nothing where the server has heard of this position already.
      await live.acknowledge(digest === null ? { version: cursor } : { version: cursor, digest })
    },
    lose,
  )
  const transport = () => (connection.state === 'waiting' ? deps.http : live)
  const reading = createReadReporter({
    ...{ store, clock, forked: behind, failed: lose },
    report: (request) => transport().markRead(request),
    changed: () => changed('read'),
  })
  const outbox = createOutboxRunner({
    ...deps,
    send: (request) => transport().send(request),
    settled(results) {
      changed('outbox')
      // A refused message may stand in the timeline, as an orphan that only this device holds.
      if (results.some((it) => !it.ok)) changed('inbox')
    },
    failed: (error) => {
      // A flush that failed on the last connection says nothing about the one that the device is opening now.
      if (connection.state !== 'connecting' || error instanceof RoostError) lose(error)
    },
  })
  const giveBack = createAskAgain({
    clock,
    ask: async () => (await store.giveBack(clock.now(), heartbeatMs)).again,
    answered: outbox.kick,
    failed: lose,
  })
  const applier = createApplier({
    store,
    applied(applied) {
      deps.troubled(null)
      progress.sawHead(applied.position.cursor)
      if (applied.outcome === 'old') return
      heartbeat.reset()
      acker.note(applied.position)
      changed('inbox')
    },
    gap: behind,
    failed: lose,
  })
  const pullBy = (puller: Puller, stop: AbortSignal) =>
    shownPull(puller, stop, { clock, progress, changed, recognised: outbox.kick })
  const leveler = createLeveler({
    ...{ store, progress, applier, acker, failed: lose },
    async pull(stop) {
      const level = await pullBy(deps.puller, stop)
      if (!stop.aborted) deps.troubled(null)
      return level
    },
    began: () => changed('connection'),
    level: () => dispatch({ type: 'level', at: clock.now() }),
  })
  const fallback = createHttpFallback({
    pull: (stop) => pullBy(deps.httpPuller, stop),
    heartbeat,
    level({ head }) {
      progress.headIs(head)
      giveBack.now()
    },
    failed: lose,
  })

  function lose(error: unknown): void {
    if (error instanceof StorageError) deps.troubled(error)
    dispatch(lossOf(error, connection, clock, deps.random))
  }

  function connect(): void {
    const left = inFlight.signal()
    live.open({
      hello: (hello) => void greet(hello, left).catch((error) => left.aborted || lose(error)),
      batch: applier.push,
      devices: (...list) => void saveDevices(...list),
      inbox: (event) => void reading.heard(event).catch((error) => left.aborted || lose(error)),
      pairing: (claim) => stopped || deps.claimed?.(claim),
      file: ({ fileId }) => stopped || deps.fileCame?.(fileId),
      revoked: () => dispatch({ type: 'revoked' }),
      refused: (error) => lose(RoostError.from(error)),
      closed: (reason) => lose(new Error(reason)),
    })
  }

  async function greet(hello: Hello, left: AbortSignal): Promise<void> {
    const { here, isLevel } = await leveler.compare(hello)
    if (left.aborted) return
    heartbeat.period(hello.heartbeatMs)
    heartbeatMs = hello.heartbeatMs
    progress.headIs(hello.head)
    acker.heard(hello.lastReceivedVersion)
    await reading.heard(hello)
    if (left.aborted) return
    dispatch({ type: 'hello' })
    if (isLevel) leveler.reach(here, hello.head)
    else await leveler.pull(here.cursor, inFlight.signal())
  }

  async function saveDevices(...[devices, news, former]: Parameters<LiveEvents['devices']>): Promise<void> {
    try {
      await store.saveDevices(devices, clock.now())
      if (news) await store.saveNews(news)
      if (former) await store.saveFormer(former)
      changed('devices')
      if (connection.state === 'live') giveBack.now()
    } catch (error) {
      if (error instanceof StorageError) deps.troubled(error)
    }
  }

  function dispatch(event: ConnectionEvent): void {
    // The device may run on with another engine by now, on the same live transport: it must not be taken away.
    if (stopped) return
    const before = connection
    connection = transition(before, event, conditions)
    if (connection === before) return
    if (connection.state !== before.state) enter(connection, before)
    changed('connection')
  }

  function enter(now: Connection, before: Connection): void {
    const stayed = isConnected(now.state) && isConnected(before.state)
    // The connection that `connecting` opened is still in use, so its work goes on.
    if (!(stayed && before.state === 'connecting')) inFlight.cancel()
    if (isConnected(before.state) && !stayed) disconnect()
    giveBack.stop()
    if (now.state !== 'catchingUp') progress.end()

    if (now.state === 'connecting') connect()
    if (now.state === 'catchingUp' && before.state === 'live') {
      applier.hold()
      void store
        .position()
        .then((here) => (connection === now ? leveler.pull(here.cursor, inFlight.signal()) : undefined), lose)
    }
    if (now.state === 'live') {
      fallback.reset()
      heartbeat.reset()
      // Also starts the outbox, after the messages that this device gives back.
      giveBack.now()
      reading.start()
    }
    if (now.state === 'waiting') {
      inFlight.add(clock.after(Math.max(0, now.until - clock.now()), () => dispatch({ type: 'timer' })))
      if (fallback.works()) {
        outbox.kick()
        reading.start()
      }
      if (heartbeat.due()) {
        void fallback.run(inFlight.signal()).then(settleWaiters)
        return
      }
    }
    if (now.state !== 'catchingUp' && now.state !== 'connecting') settleWaiters()
  }

  function disconnect(): void {
    live.close()
    applier.clear()
    outbox.stop()
    reading.stop()
    heartbeat.stop()
    probe.stop()
  }

  function settleWaiters(): void {
    const due = waiters
    waiters = []
    for (const resolve of due) resolve()
  }

  return {
    connection: () => connection,
    progress: progress.now,
    head: progress.head,
    setConditions(change) {
      conditions = { ...conditions, ...change }
      dispatch({ type: 'conditions' })
    },
    outboxGrew() {
      if (connection.state === 'live' || (connection.state === 'waiting' && fallback.works())) outbox.kick()
    },
    readMoved: reading.moved,
    checkNow() {
      heartbeat.hurry()
      if (connection.state === 'live') probe.now()
      dispatch({ type: 'nudge' })
      if (stopped || (connection.state !== 'catchingUp' && connection.state !== 'connecting')) return Promise.resolve()
      return new Promise((resolve) => waiters.push(resolve))
    },
    stop() {
      stopped = true
      inFlight.cancel()
      disconnect()
      giveBack.stop()
      settleWaiters()
    },
  }
}
