import { clock } from '../core/clock.ts'
import type { Conditions } from '../core/connection/connection.ts'
import type { DeviceState, StorageView } from '../core/device-state.ts'
import { createEngine, type Engine } from '../core/engine.ts'
import { createLocalPuller, type Puller } from '../core/inbox/puller.ts'
import type { Store } from '../core/observable.ts'
import { StorageError } from '../core/ports.ts'
import type { RegistryEntry } from '../storage/device-registry.ts'
import type { LocalStore } from '../storage/device-store.ts'
import { createHttpTransport } from '../transport/http.ts'
import { createLaterTransport } from '../transport/socket-loader.ts'
import { idle } from './idle.ts'
import { createScreen, type Screen } from './screen.ts'
import type { Channel } from './shared/channel.ts'
import { withPullLock } from './shared/locks.ts'
import { openStore } from './shared/open-storage.ts'
import { createWorkerPuller } from './worker-puller.ts'

/** One opened storage and the engine over it. When the browser takes the storage away, another session begins. */
export interface Session {
  deviceStore: LocalStore
  engine: Engine
  screen: Screen
  stop(): void
}

export interface SessionDeps {
  entry: RegistryEntry
  store: Store<DeviceState>
  channel: Channel
  conditions: Conditions
  /** Resolves when somebody looks at it. */
  shown: Promise<void>
  connectionChanged: (engine: Engine) => void
  /** As the tab with the connection says, for one that follows it. */
  sharedHead: () => number
  /** The database was deleted, or is wanted by a newer version of the app. */
  storeClosed: () => void
}

/** @throws StorageError */
export async function startSession(deps: SessionDeps): Promise<Session> {
  const { entry, store, channel } = deps
  const { store: deviceStore, storage } = await openStore(entry.deviceId, { onClosed: deps.storeClosed })
  const fine: StorageView = { state: storage }
  const troubled = (error: unknown) => {
    if (error === null) store.set({ storage: store.get().storage.state === fine.state ? store.get().storage : fine })
    else store.set({ storage: viewTrouble(error) })
  }
  const screen = createScreen(deviceStore, store, troubled, () => head())
  const http = createHttpTransport('', entry.token)
  const local = createLocalPuller(deviceStore, http)
  const here: Puller = {
    pull: (signal, report) => withPullLock(entry.deviceId, signal, () => local.pull(signal, report)),
  }
  const importSocket = () => import('../transport/socket.ts')
  // In every tab, so that one that takes over has it; but nobody waits for it: what is there is shown first.
  const early = deps.shown.then(idle).then(importSocket)
  const socketModule = () => early.catch(importSocket)
  early.catch(() => {})
  const engine = createEngine({
    store: deviceStore,
    live: createLaterTransport(async () => (await socketModule()).createSocketTransport('', entry.token)),
    http,
    // A store in memory is this page's alone: the worker would fill another.
    puller: storage === 'memory' ? local : createWorkerPuller(entry.deviceId, here),
    httpPuller: storage === 'memory' ? local : here,
    clock,
    random: Math.random,
    conditions: deps.conditions,
    troubled,
    changed(what) {
      if (what === 'connection') return deps.connectionChanged(engine)
      void screen[what]()
      channel.announce({ type: what })
    },
  })
  const head = () => (engine.connection().state === 'following' ? deps.sharedHead() : engine.head())
  store.set({ storage: fine })
  await Promise.all([screen.inbox(), screen.devices()])
  return {
    deviceStore,
    engine,
    screen,
    stop() {
      engine.stop()
      deviceStore.close()
    },
  }
}

function viewTrouble(error: unknown): StorageView {
  if (error instanceof StorageError && error.reason === 'quota') return { state: 'full' }
  return { state: 'broken', reason: error instanceof Error ? error.message : String(error) }
}
