import type { Hello } from '../protocol/device.ts'
import { RoostError } from '../protocol/error.ts'
import { createOfferer } from './after-restore/give-back-timer.ts'
import { backoffMs } from './connection/backoff.ts'
import {
  type Conditions,
  type Connection,
  type ConnectionEvent,
  isConnected,
  nextAttempt,
  transition,
} from './connection/connection.ts'
import { createHeartbeat } from './connection/heartbeat.ts'
import { describe } from './connection/reason.ts'
import { createAcker } from './inbox/acker.ts'
import { createApplier } from './inbox/applier.ts'
import type { CatchUpProgress, Level } from './inbox/catch-up.ts'
import { createProgress, type Progress } from './inbox/progress.ts'
import type { Puller } from './inbox/puller.ts'
import { createPace } from './inbox/throttle.ts'
import { createOutboxRunner } from './outbox/outbox-runner.ts'
import {
  type Clock,
  type DeviceStore,
  type LiveTransport,
  type Position,
  type Random,
  StorageError,
  type Transport,
} from './ports.ts'

export interface EngineDeps {
  store: DeviceStore
  live: LiveTransport
  puller: Puller
  /** For the time when no live connection can be had: some networks block WebSocket. */
  http: Transport
  httpPuller: Puller
  clock: Clock
  random: Random
  conditions: Conditions
  changed: (what: 'connection' | 'inbox' | 'outbox' | 'devices') => void
  /** The storage could not do what it was asked to; null when it can again. */
  troubled: (error: StorageError | null) => void
}

export interface Engine {
  connection(): Connection
  progress(): Progress | null
  /** The mother's head as last known. */
  head(): number
  setConditions(change: Partial<Conditions>): void
  /** Something waits in the outbox. */
  outboxGrew(): void
  /** Pull now; resolves when level, or when the try has ended otherwise. */
  checkNow(): Promise<void>
  stop(): void
}

/**
 * While more is on its way: how often it is told how far it has come, and how often what came is drawn, in ms. With every
 * batch, that would take more of the machine than the batches do.
 */
const TELL_MS = 200
const DRAW_MS = 1_000

/** Between two acks of live messages, in ms. The other devices are told of them once a second at most. */
const ACK_REST_MS = 200

/** The one place with effects: it acts on each change of the connection's state. What it does when is decided in connection.ts. */
export function createEngine(deps: EngineDeps): Engine {
  const { store, live, clock } = deps
  let conditions = deps.conditions
  let connection: Connection = { state: 'following' }
  /** Undoes what the present state has under way. */
  let leave = () => {}
  let waiters: (() => void)[] = []
  /** The last try to do without a live connection went well. */
  let overHttp = false
  let stopped = false

  const behind = () => dispatch({ type: 'behind' })
  const progress = createProgress(clock)
  const heartbeat = createHeartbeat(clock, behind)
  const acker = createAcker(live.ack, behind, () => new Promise((resolve) => clock.after(ACK_REST_MS, resolve)))
  const outbox = createOutboxRunner({
    ...deps,
    send: (messages) => (connection.state === 'waiting' ? deps.http : live).send(messages),
    settled(results) {
      deps.changed('outbox')
      // What was refused may stand in the timeline: a message that only this device holds.
      if (results.some((it) => !it.ok)) deps.changed('inbox')
    },
    failed: (error) => {
      // While connecting anew, what an earlier flush ran into says nothing of this connection.
      if (connection.state !== 'connecting' || error instanceof RoostError) lose(error)
    },
  })
  const offers = createOfferer({ store, clock, looked: outbox.kick, failed: lose })
  const applier = createApplier({
    store,
    applied(applied) {
      deps.troubled(null)
      progress.sawHead(applied.position.cursor)
      if (applied.outcome === 'old') return
      heartbeat.reset()
      acker.note(applied.position)
      deps.changed('inbox')
    },
    gap: behind,
    failed: lose,
  })

  function lose(error: unknown): void {
    if (error instanceof StorageError) deps.troubled(error)
    dispatch(lossOf(error))
  }

  function lossOf(error: unknown): ConnectionEvent {
    const refusal = error instanceof RoostError ? error : null
    if (refusal?.code === 'revoked') return { type: 'revoked' }
    if (refusal?.code === 'unauthenticated') return { type: 'unauthenticated' }
    const attempt = nextAttempt(connection, clock.now())
    const until = clock.now() + backoffMs(attempt, deps.random, refusal?.wire.retryAfterMs)
    return { type: 'lost', attempt, until, reason: describe(error) }
  }

  function connect(): void {
    let mine = true
    leave = () => {
      mine = false
    }
    live.open({
      hello: (hello) => void greet(hello, () => mine).catch((error) => mine && lose(error)),
      batch: (batch) => applier.push(batch),
      devices: (devices) =>
        void store.saveDevices(devices).then(
          () => {
            deps.changed('devices')
            if (connection.state === 'live') offers.look()
          },
          (error) => error instanceof StorageError && deps.troubled(error),
        ),
      revoked: () => dispatch({ type: 'revoked' }),
      refused: (error) => lose(RoostError.from(error)),
      closed: (reason) => lose(new Error(reason)),
    })
  }

  async function greet(hello: Hello, current: () => boolean): Promise<void> {
    const here = await store.position()
    const building = await store.rebuilding()
    if (!current()) return
    heartbeat.period(hello.heartbeatMs)
    offers.period(hello.heartbeatMs)
    progress.headIs(hello.head)
    acker.heard(hello.lastReceivedVersion)
    dispatch({ type: 'hello' })
    if (building || here.cursor !== hello.head || here.digest !== hello.digest) return pull(here.cursor)
    level(here, hello.head)
  }

  function level(position: Position, head: number): void {
    progress.headIs(head)
    applier.open(position)
    acker.remind(position)
    dispatch({ type: 'level', at: clock.now() })
  }

  /** Ends in `level` or `lost`; leaving the state aborts it. */
  async function pull(cursor: number): Promise<void> {
    const stop = abortOnLeave()
    progress.begin(cursor)
    deps.changed('connection')
    try {
      const reached = await pullBy(deps.puller, stop)
      if (stop.aborted) return
      deps.troubled(null)
      level(reached.position, reached.head)
    } catch (error) {
      if (!stop.aborted) lose(error)
    }
  }

  /** Tells and draws what comes at a pace of its own. */
  async function pullBy(puller: Puller, stop: AbortSignal): Promise<Level> {
    const telling = createPace(clock, TELL_MS)
    const drawing = createPace(clock, DRAW_MS)
    let recognised = false
    const report = (at: CatchUpProgress) => {
      progress.moved(at)
      const first = !recognised && !at.rebuilding
      if (!telling() && !first) return
      deps.changed('connection')
      if (at.added > 0 && drawing()) deps.changed('inbox')
      // The mother has recognised our history: what waits may go out. While it is being replaced, what was sent into the
      // lost one must go first.
      recognised = !at.rebuilding
      if (recognised) outbox.kick()
    }
    try {
      return await puller.pull(stop, report)
    } finally {
      // Whatever ended it: what came so far is there to be seen.
      if (!stopped) deps.changed('inbox')
    }
  }

  /** The HTTP pull on the heartbeat still delivers where no live connection can be had, and sends what waits. */
  async function withoutSocket(): Promise<void> {
    const stop = abortOnLeave()
    try {
      const reached = await pullBy(deps.httpPuller, stop)
      progress.headIs(reached.head)
      offers.look()
      overHttp = true
    } catch (error) {
      if (stop.aborted) {
        // Cut short by the next try of a live connection: nothing is known yet, and the next wait is a longer one.
        heartbeat.hurry()
        return
      }
      overHttp = false
      if (error instanceof RoostError || error instanceof StorageError) lose(error)
    }
  }

  function abortOnLeave(): AbortSignal {
    const stop = new AbortController()
    const before = leave
    leave = () => {
      before()
      stop.abort()
    }
    return stop.signal
  }

  function dispatch(event: ConnectionEvent): void {
    const before = connection
    connection = transition(before, event, conditions)
    if (connection === before) return
    if (connection.state !== before.state) enter(connection, before)
    deps.changed('connection')
  }

  function enter(now: Connection, before: Connection): void {
    const stayed = isConnected(now.state) && isConnected(before.state)
    const undo = leave
    leave = stayed && before.state === 'connecting' ? undo : () => {}
    if (leave !== undo) undo()
    if (isConnected(before.state) && !stayed) disconnect()
    offers.stop()
    if (now.state !== 'catchingUp') progress.end()

    if (now.state === 'connecting') connect()
    if (now.state === 'catchingUp' && before.state === 'live') {
      applier.hold()
      void store.position().then((here) => (connection === now ? pull(here.cursor) : undefined), lose)
    }
    if (now.state === 'live') {
      overHttp = false
      heartbeat.reset()
      // Sends what waits, too: behind what it is to be behind of.
      offers.look()
    }
    if (now.state === 'waiting') {
      leave = clock.after(Math.max(0, now.until - clock.now()), () => dispatch({ type: 'timer' }))
      if (overHttp) outbox.kick()
      if (heartbeat.due()) {
        void withoutSocket().then(settleWaiters)
        return
      }
    }
    if (now.state !== 'catchingUp' && now.state !== 'connecting') settleWaiters()
  }

  function disconnect(): void {
    live.close()
    applier.clear()
    outbox.stop()
    heartbeat.stop()
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
      if (connection.state === 'live' || (connection.state === 'waiting' && overHttp)) outbox.kick()
    },
    checkNow() {
      heartbeat.hurry()
      dispatch({ type: 'nudge' })
      if (connection.state !== 'catchingUp' && connection.state !== 'connecting') return Promise.resolve()
      return new Promise((resolve) => waiters.push(resolve))
    },
    stop() {
      stopped = true
      leave()
      disconnect()
      offers.stop()
      settleWaiters()
    },
  }
}
