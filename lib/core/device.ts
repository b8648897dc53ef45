import type { Message } from '../protocol/message.ts'
import type { PairingEvent } from '../protocol/pairing.ts'
import type { Conditions, Connection } from './connection/connection.ts'
import { type SharedConnection, viewConnection } from './connection/connection-view.ts'
import { type DeviceState, initialState } from './device-state.ts'
import { createEngine, type Engine } from './engine.ts'
import { createLocalPuller, type Puller } from './inbox/puller.ts'
import { createObservable, type Subscribe } from './observable.ts'
import { type Composer, createComposer } from './outbox/composer.ts'
import { type Clock, type DeviceStore, type LiveTransport, type Random, StorageError, type Transport } from './ports.ts'
import { createPresence } from './presence.ts'
import { createReopener } from './reopener.ts'
import { createStateReader, type StateReader } from './state-reader.ts'
import { viewTrouble } from './storage-trouble.ts'
import type { TimelineFilter } from './timeline/filter.ts'
import type { TimelineReader } from './timeline/timeline-reader.ts'

export interface OpenedStore {
  store: DeviceStore & TimelineReader
  /** `memory`: the store is gone when this program ends. */
  storage: 'durable' | 'memory'
}

/** Carry out a device's pulls: `live` beside the live connection, `alone` in its place. */
export interface Pullers {
  live: Puller
  alone: Puller
}

export interface DeviceDeps extends OpenedStore {
  deviceId: string
  userId: string
  name: string
  live: LiveTransport
  http: Transport
  clock: Clock
  random: Random
  /** A new messageId: a UUID of version 7. */
  newId: () => string
  /** The device begins under these conditions. Without them it connects at once. */
  conditions?: Conditions
  /** Without it, `local` carries out all pulls here. */
  pullers?: (local: Puller, storage: OpenedStore['storage']) => Pullers
  /** This device has changed its store, or its connection has changed. */
  changed?: (what: Part | 'connection') => void
  /** A program has claimed an invitation of this device, and a person has to decide. */
  claimed?: (claim: PairingEvent) => void
  /** The server has all of a file now. */
  fileCame?: (fileId: string) => void
  /** The server has removed the device. Its store is empty and closed by now. */
  revoked?: () => void
}

/** The parts of a store that the state shows. */
export const parts = ['inbox', 'outbox', 'drafts', 'devices', 'read'] as const
export type Part = (typeof parts)[number]

/** A device in any program. It keeps its store in step with the server and publishes its state. */
export interface Device extends Composer {
  getState(): DeviceState
  /** With a selector, the listener is called only when the selected value changes. Returns unsubscribe. */
  subscribe: Subscribe<DeviceState>
  /** Resolves when the state shows the contents of the store. */
  ready: Promise<void>

  /** The engine's own connection. The state shows it more calmly, without moments that pass at once. */
  connection(): Connection
  /** Pulls now. Resolves once the device is level, or the try has failed. */
  checkNow(): Promise<void>
  conditions(): Conditions
  setConditions(change: Partial<Conditions>): void
  /** Tells a tab without the connection about the connection and the head, as the holder announced them. */
  follow(shared: SharedConnection, head: number): void
  /** Another tab, or the worker, has changed this part of the store. */
  refresh(part: Part): void

  /** The person has seen that these devices have joined. @throws StorageError */
  seeJoined(deviceIds: readonly string[]): Promise<void>
  /** The person has seen what happened in the account; it is said on this device no more. */
  dismissNews(): Promise<void>
  /**
   * The person has seen everything up to `version` on this device, at most up to its cursor. Resolves when it is durable
   * here; the server and the other devices hear of it as soon as they can.
   */
  markRead(version: number): Promise<void>

  /**
   * The texts that a post has had, ascending: as it was written, and its latest edits. None when it is deleted or not
   * here. @throws StorageError
   */
  texts(version: number): Promise<Message[]>
  /** The version of a post by its messageId; null when this device does not have it. @throws StorageError */
  versionOf(messageId: string): Promise<number | null>
  /** Reads what this device holds, besides what is on screen. @throws StorageError */
  readonly held: HeldReader

  /**
   * Moves the timeline window. `showAt` shows what is around this version, and stays there. `showLatest` goes back to
   * following the newest message.
   */
  showOlder(): Promise<void>
  showNewer(): Promise<void>
  showLatest(): Promise<void>
  /** Shows only the part of the history that fits, from its newest message on; null: everything. */
  showOnly(filter: TimelineFilter | null): Promise<void>
  showAt(version: number): Promise<void>

  /**
   * The browser closed the store during use. The device opens another one, again and again until that works. Resolves
   * after the first try.
   */
  reopen(open: () => Promise<OpenedStore>): Promise<void>
  /** Closes the connection and the store, and keeps the stored data. */
  close(): void
}

/** No person looks through more. */
const MOST_TEXTS = 100
/** See TimelineReader. */
export type HeldReader = Pick<TimelineReader, 'count' | 'goneUpTo' | 'history'>

const online: Conditions = { holder: true, switchedOn: true, network: true }

/** Everything that runs on one opened store. `reopen` replaces it as a whole. */
interface Run {
  store: DeviceStore & TimelineReader
  engine: Engine
  reader: StateReader
}

export function createDevice(deps: DeviceDeps): Device {
  const { clock, changed = () => {} } = deps
  const state = createObservable<DeviceState>(initialState(deps))
  let conditions = deps.conditions ?? online
  let shared: SharedConnection = { state: 'connecting' }
  let sharedHead = 0
  let closed = false
  const presence = createPresence({
    ...{ state, now: clock.now },
    lost: (at) => void run.store.saveListedAt(at).catch(() => {}),
  })
  let openStore = (): Promise<OpenedStore> => Promise.resolve(deps)
  const reopener = createReopener({
    clock,
    random: deps.random,
    async open() {
      const opened = await openStore()
      if (closed) return opened.store.close()
      // The last store may have been lost while its run had only begun.
      stop()
      run = start(opened)
      await begin()
    },
    failed: (error) => state.set({ storage: viewTrouble(error) }),
  })
  let run = start(deps)

  function start({ store, storage }: OpenedStore): Run {
    const troubled = (error: unknown) => {
      // The reopener tells of a lost store, once the first try to open another has failed.
      const isLoss = error instanceof StorageError && error.reason === 'closed' && reopener.isLost()
      if (mine !== run || closed || isLoss) return
      state.set({ storage: error === null ? { state: storage } : viewTrouble(error) })
    }
    const head = () => (engine.connection().state === 'following' ? sharedHead : engine.head())
    const reader = createStateReader({ store, state, clock, head, listed: presence.listed, failed: troubled })
    const local = createLocalPuller(store, deps.http)
    const pullers = deps.pullers?.(local, storage) ?? { live: local, alone: local }
    const engine = createEngine({
      store,
      live: deps.live,
      http: deps.http,
      puller: pullers.live,
      httpPuller: pullers.alone,
      clock,
      random: deps.random,
      conditions: { ...conditions, holder: false },
      troubled,
      markRefused: () => state.set({ refusedMarks: state.get().refusedMarks + 1 }),
      claimed: deps.claimed ?? (() => {}),
      fileCame: deps.fileCame ?? (() => {}),
      changed(what) {
        if (what === 'connection') return showConnection()
        if (what === 'devices') presence.heard()
        void reader[what]()
        changed(what)
      },
    })
    const mine = { store, engine, reader }
    state.set({ storage: { state: storage } })
    return mine
  }

  async function begin(): Promise<void> {
    const { engine, reader } = run
    await Promise.all([reader.inbox(), reader.devices(), reader.drafts()])
    if (!closed) engine.setConditions(conditions)
  }

  function showConnection(): void {
    const { engine } = run
    const now = engine.connection()
    const before = state.get()
    const connection = viewConnection(now, engine.progress(), before.connection, shared)
    const known = now.state === 'following' ? sharedHead : engine.head()
    state.set({ connection, head: Math.max(known, before.cursor) })
    presence.connectionIs(connection)
    changed('connection')
    if (connection.state === 'revoked' && before.connection.state !== 'revoked') void end()
  }

  function reopened(): Promise<void> {
    reopener.hurry()
    return reopener.settled()
  }

  /** Works on the store. If the store is lost meanwhile, the work is repeated on the next one. */
  async function write<T>(work: (store: DeviceStore) => Promise<T>): Promise<T> {
    if (reopener.isLost()) await reopened()
    const { store } = run
    try {
      return await work(store)
    } catch (error) {
      if (reopener.isLost()) await reopened()
      if (store === run.store) throw error
      return work(run.store)
    }
  }

  /** A removed device keeps nothing. */
  async function end(): Promise<void> {
    const { store, reader } = run
    await store.wipe().catch(() => {})
    await reader.inbox()
    close()
    deps.revoked?.()
  }

  function stop(): void {
    run.engine.stop()
    run.store.close()
  }

  function close(): void {
    if (closed) return
    closed = true
    reopener.stop()
    stop()
  }

  const composer = createComposer({
    ...{ write, clock, newId: deps.newId },
    sendsNow() {
      const { connection } = state.get()
      return (connection.state === 'following' ? connection.shared : connection).state === 'live'
    },
    changed(what) {
      const shown = run.reader[what]()
      changed(what)
      if (what === 'outbox') run.engine.outboxGrew()
      return shown
    },
  })

  return {
    getState: state.get,
    subscribe: state.subscribe,
    ready: begin(),
    ...composer,
    saveDraft: async (receiver, text) => {
      // The composer may still be on screen, and a removed device keeps nothing.
      if (state.get().connection.state !== 'revoked') await composer.saveDraft(receiver, text)
    },
    async markRead(version) {
      const before = state.get().readUpTo
      if ((await write((store) => store.markRead(version))).readUpTo <= before) return
      void run.reader.read()
      changed('read')
      run.engine.readMoved()
    },
    connection: () => run.engine.connection(),
    checkNow: () => (reopener.isLost() ? reopened() : run.engine.checkNow()),
    conditions: () => conditions,
    setConditions(change) {
      conditions = { ...conditions, ...change }
      run.engine.setConditions(conditions)
      showConnection()
    },
    follow(connection, head) {
      shared = connection
      sharedHead = head
      showConnection()
    },
    refresh(part) {
      void run.reader[part]()
      if (part === 'outbox') run.engine.outboxGrew()
      if (part === 'read') run.engine.readMoved()
    },
    async seeJoined(deviceIds) {
      await write((store) => store.seeJoined(deviceIds))
      void run.reader.devices()
      changed('devices')
    },
    async dismissNews() {
      const [newest] = state.get().news
      if (!newest) return
      await write((store) => store.dismissNews(newest.at))
      await run.reader.devices()
      changed('devices')
    },
    texts: (version) => run.store.texts(version, MOST_TEXTS),
    versionOf: (messageId) => run.store.versionOf(messageId),
    held: {
      count: () => run.store.count(),
      goneUpTo: () => run.store.goneUpTo(),
      history: (after, limit) => run.store.history(after, limit),
    },
    showOlder: () => run.reader.showOlder(),
    showNewer: () => run.reader.showNewer(),
    showLatest: () => run.reader.showLatest(),
    showOnly: (filter) => run.reader.showOnly(filter),
    showAt: (version) => run.reader.showAt(version),
    async reopen(open) {
      if (closed) return
      openStore = open
      if (!reopener.isLost()) stop()
      reopener.lost()
      await reopener.settled()
    },
    close,
  }
}
