import type { Connection } from '../../../lib/core/connection/connection.ts'
import { createEngine, type Engine } from '../../../lib/core/engine.ts'
import { createLocalPuller } from '../../../lib/core/inbox/puller.ts'
import type { SendRequest } from '../../../lib/protocol/send.ts'
import type { LocalStore } from '../../../lib/storage/device-store.ts'
import type { Random } from '../../kit/random.ts'
import { createProcess, type Process } from '../core/process.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { DeviceDisk } from './disk.ts'
import { createSimulatedHttp, type HttpDeps } from './http.ts'
import { createSimulatedLive } from './live.ts'
import type { Worker } from './worker.ts'

export interface TabDeps {
  name: string
  scheduler: Scheduler
  random: Random
  disk: DeviceDisk
  worker: Worker
  http: Omit<HttpDeps, 'process' | 'isCut'>
  /** ms since the epoch by this device's clock. */
  now: () => number
  /** The tab wants the connection, or does not want it any more. */
  wantsChanged: () => void
  outboxGrew: () => void
  ended: (why: 'revoked' | 'signedOut') => void
}

/** One open tab of a device: the real engine on its own handle of the device's storage. */
export interface Tab {
  process: Process
  state(): Connection['state']
  /** Whether it wants to hold the device's connection. */
  wants(): boolean
  setHolder(holder: boolean): void
  setOffline(offline: boolean): void
  setSwitch(on: boolean): void
  outboxGrew(): void
  checkNow(): void
  store(): LocalStore
  compose(request: SendRequest): Promise<void>
  close(): void
}

export function openTab(deps: TabDeps): Tab {
  const { scheduler, random, disk } = deps
  const process = createProcess(deps.name)
  const conditions = { holder: false, switchedOn: true, network: true }
  const isCut = () => !conditions.network
  const clock = {
    now: deps.now,
    after: (ms: number, run: () => void) => scheduler.after(ms, () => process.enter(run)),
  }
  let session = begin()
  let ended = false

  /** The browser threw the storage away: an empty one heals by pulling. */
  function restart(): void {
    session.engine.stop()
    scheduler.after(random.int(1, 50), () =>
      process.enter(() => {
        session = begin()
        session.engine.setConditions(conditions)
      }),
    )
  }

  function begin(): { store: LocalStore; engine: Engine } {
    const store = disk.open(process, restart)
    const http = createSimulatedHttp({ ...deps.http, process, isCut })
    const here = createLocalPuller(store, http)
    const engine = createEngine({
      store,
      live: createSimulatedLive({ ...deps.http, process, isTabCut: isCut }),
      http,
      puller: random.chance(0.5) ? deps.worker.pullerFor(process, here) : here,
      httpPuller: here,
      clock,
      random: random.next,
      conditions: { ...conditions },
      troubled: () => {},
      changed: (what) => what === 'connection' && watch(),
    })
    return { store, engine }
  }

  function watch(): void {
    const { state } = session.engine.connection()
    if (ended || (state !== 'revoked' && state !== 'signedOut')) return
    ended = true
    if (state === 'signedOut') deps.ended(state)
    else {
      const { store } = session
      void store
        .wipe()
        .catch(() => {})
        .then(() => deps.ended('revoked'))
    }
  }

  const apply = (change: Partial<typeof conditions>) =>
    process.enter(() => {
      Object.assign(conditions, change)
      session.engine.setConditions(conditions)
    })

  return {
    process,
    state: () => session.engine.connection().state,
    wants: () => process.isAlive() && conditions.network && conditions.switchedOn,
    setHolder: (holder) => apply({ holder }),
    setOffline(offline) {
      apply({ network: !offline })
      deps.wantsChanged()
    },
    setSwitch(on) {
      apply({ switchedOn: on })
      deps.wantsChanged()
    },
    outboxGrew: () => process.enter(() => session.engine.outboxGrew()),
    checkNow: () => process.enter(() => void session.engine.checkNow()),
    store: () => session.store,
    async compose(request) {
      await session.store.compose(request, deps.now())
      session.engine.outboxGrew()
      deps.outboxGrew()
    },
    close() {
      process.enter(() => {
        session.engine.stop()
        session.store.close()
      })
      process.kill()
      deps.wantsChanged()
    },
  }
}
