import type { Conditions } from '../core/connection/connection.ts'
import type { ConnectionView, Device, DeviceState } from '../core/device-state.ts'
import type { Engine } from '../core/engine.ts'
import { createStore } from '../core/observable.ts'
import { createOutgoing } from '../core/outbox/composer.ts'
import type { OutboxEntry } from '../core/ports.ts'
import type { RegistryEntry } from '../storage/device-registry.ts'
import { shareable, viewConnection } from './connection-view.ts'
import { offerPairing, renameDevice, revokeDevice } from './device-calls.ts'
import { watchSurroundings } from './environment.ts'
import { createLeadership } from './leadership.ts'
import { askForPeriodicSync, askForSync, lookForUpdate, tellWorker, watchForUpdate } from './service-worker.ts'
import { type Session, startSession } from './session.ts'
import { openChannel } from './shared/channel.ts'
import { type Request, SYNC_TAG } from './shared/conversation.ts'
import { locks, openLock } from './shared/locks.ts'

export interface OpenDeviceDeps {
  /** The mother has revoked it: nothing of it may stay in this browser. */
  revoked: () => Promise<void>
  rememberSwitch: (on: boolean) => Promise<void>
  /** The registry may have been cleared together with the storage. */
  restoreEntry: () => Promise<void>
}

export interface OpenedDevice extends Device {
  /** Takes over what waits in the outbox of a device that was signed out. */
  adopt(entries: readonly OutboxEntry[]): Promise<void>
}

/**
 * Makes this tab a device: opens its storage, shows what is there at once, and connects.
 * @throws StorageError when the storage cannot be opened.
 */
export async function openDevice(entry: RegistryEntry, deps: OpenDeviceDeps): Promise<OpenedDevice> {
  const { deviceId, token } = entry
  const channel = openChannel(deviceId)
  const store = createStore<DeviceState>(initialState(entry))
  let conditions: Conditions = { holder: false, switchedOn: !entry.switchedOff, network: navigator.onLine }
  let shared: Exclude<ConnectionView, { state: 'following' }> = { state: 'connecting' }
  let sharedHead = 0
  let closed = false
  const shown = Promise.withResolvers<void>()
  let session = await begin()

  function begin(): Promise<Session> {
    return startSession({
      entry,
      store,
      channel,
      conditions,
      shown: shown.promise,
      connectionChanged: showConnection,
      sharedHead: () => sharedHead,
      storeClosed,
    })
  }

  /** The browser has thrown the storage away: an empty one heals by pulling. One that cannot be opened is for a reload to heal. */
  function storeClosed(): void {
    if (closed) return
    session.stop()
    deps
      .restoreEntry()
      .then(begin)
      .then((next) => {
        session = next
        apply({})
      })
      .catch((error: Error) => store.set({ storage: { state: 'broken', reason: error.message } }))
  }

  function showConnection(engine: Engine): void {
    const now = engine.connection()
    const before = store.get().connection
    const view = viewConnection(now, engine.progress(), before, shared)
    const known = now.state === 'following' ? sharedHead : engine.head()
    store.set({ connection: view, head: Math.max(known, store.get().cursor) })
    if (now.state !== 'following') channel.announce({ type: 'status', connection: view, head: store.get().head })
    if (view.state === before.state) return
    if (view.state === 'revoked') void end()
    if (view.state === 'live') void lookForUpdate()
  }

  let asked = false

  /** What waits while there is no connection is the worker's to send, should this tab be closed before there is one. */
  function askForHelp(): void {
    const { connection, outbox } = store.get()
    const needed = connection.state !== 'live' && outbox.some((it) => it.state === 'waiting')
    if (needed && !asked) void askForSync(SYNC_TAG)
    asked = needed
  }

  /** A tab that cannot be online does not keep the connection from one that can. */
  function apply(change: Partial<Conditions>): void {
    conditions = { ...conditions, ...change }
    leadership.want(conditions.network && conditions.switchedOn)
    session.engine.setConditions(conditions)
    showConnection(session.engine)
  }

  function setSwitch(on: boolean, announce: boolean): void {
    if (announce) channel.announce({ type: 'switch', on })
    apply({ switchedOn: on })
    // For the worker, too, which must not send for it when the tab is closed.
    void deps.rememberSwitch(on).catch(() => {})
  }

  async function end(): Promise<void> {
    await session.deviceStore.wipe().catch(() => {})
    await session.screen.inbox()
    close()
    await deps.revoked()
  }

  const leadership = createLeadership(deviceId, channel, (holder) => {
    apply({ holder })
    if (!holder) lookAround()
  })

  /** A tab whose connection was taken over was frozen: what the others announced meanwhile has passed it by. */
  function lookAround(): void {
    channel.announce({ type: 'askStatus' })
    const { inbox, outbox, devices } = session.screen
    for (const read of [inbox, outbox, devices]) void read()
  }

  const unlisten = channel.listen((it) => {
    if (it.type === 'inbox' || it.type === 'outbox' || it.type === 'devices') void session.screen[it.type]()
    if (it.type === 'outbox') session.engine.outboxGrew()
    if (it.type === 'nudge' && conditions.holder) void session.engine.checkNow()
    if (it.type === 'switch') setSwitch(it.on, false)
    if (it.type === 'askStatus' && conditions.holder) showConnection(session.engine)
    if (it.type === 'status' && !conditions.holder) {
      shared = shareable(it.connection)
      sharedHead = it.head
      showConnection(session.engine)
    }
  })

  const stopWatching = [
    store.subscribe(askForHelp),
    watchForUpdate(() => store.set({ updateReady: true })),
    watchSurroundings({
      network: (there) => apply({ network: there }),
      visible: () => void session.engine.checkNow(),
      leaving: () => tellWorker({ type: 'leaving', deviceId } satisfies Request),
    }),
  ]

  // Not awaited: the worker may be in the queue before us, waiting for another tab of this device to close.
  const release = new AbortController()
  const held = new Promise<void>((resolve) => release.signal.addEventListener('abort', () => resolve()))
  locks()
    ?.request(openLock(deviceId), { mode: 'shared', signal: release.signal }, () => held)
    .catch(() => {})

  function close(): void {
    if (closed) return
    closed = true
    leadership.close()
    unlisten()
    for (const stop of stopWatching) stop()
    session.stop()
    channel.close()
    release.abort()
  }

  const out = () =>
    createOutgoing(session.deviceStore, () => {
      void session.screen.outbox()
      channel.announce({ type: 'outbox' })
      session.engine.outboxGrew()
    })

  apply({})
  channel.announce({ type: 'askStatus' })
  void askForPeriodicSync(SYNC_TAG)

  return {
    getState: store.get,
    subscribe(listener) {
      // A screen begins to listen when it has been drawn.
      shown.resolve()
      return store.subscribe(listener)
    },
    compose: (draft) => out().compose(draft),
    retry: (messageId) => out().retry(messageId),
    discard: (messageId) => out().discard(messageId),
    adopt: (entries) => out().adopt(entries),
    switchOff: () => setSwitch(false, true),
    switchOn: () => setSwitch(true, true),
    async checkNow() {
      if (!conditions.holder) channel.announce({ type: 'nudge' })
      await session.engine.checkNow()
    },
    showOlder: () => session.screen.older(),
    showNewer: () => session.screen.newer(),
    showLatest: () => session.screen.latest(),
    rename: (id, name) => renameDevice(token, id, name),
    revoke: (id) => revokeDevice(token, id),
    offerPairing: () => offerPairing(token),
    close,
  }
}

function initialState({ deviceId, userId, name }: RegistryEntry): DeviceState {
  return {
    deviceId,
    userId,
    name,
    connection: { state: 'connecting' },
    storage: { state: 'durable' },
    timeline: { entries: [], hasOlder: false, hasNewer: false, goneUpTo: 0 },
    outbox: [],
    devices: [],
    cursor: 0,
    head: 0,
    updateReady: false,
  }
}
