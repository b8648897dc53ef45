import type { Connection } from '../../../lib/core/connection/connection.ts'
import { createDevice, type Device, type Part } from '../../../lib/core/device.ts'
import type { Credentials } from '../../../lib/protocol/device.ts'
import type { LocalStore } from '../../../lib/storage/local-store.ts'
import type { Random } from '../../kit/random.ts'
import { createProcess, type Process } from '../core/process.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { DeviceDisk } from './disk.ts'
import { createSimulatedHttp, type HttpDeps } from './http.ts'
import { createSimulatedLive } from './live.ts'
import type { Worker } from './worker.ts'

export interface TabDeps {
  name: string
  credentials: Credentials
  scheduler: Scheduler
  random: Random
  disk: DeviceDisk
  worker: Worker
  http: Omit<HttpDeps, 'process' | 'isCut'>
  /** ms since the epoch by this device's clock. */
  now: () => number
  newId: () => string
  /** The tab wants the connection, or does not want it any more. */
  wantsChanged: () => void
  changed: (part: Part) => void
  ended: (why: 'revoked' | 'signedOut') => void
}

/** An open tab of a device, with its own handle on the device's storage. */
export interface Tab {
  process: Process
  device: Device
  state(): Connection['state']
  /** Whether it wants to hold the device's connection. */
  wants(): boolean
  setHolder(holder: boolean): void
  setOffline(offline: boolean): void
  setSwitch(on: boolean): void
  /** Another tab has changed this part of the store. */
  refresh(part: Part): void
  checkNow(): void
  close(): void
}

export function openTab(deps: TabDeps): Tab {
  const { scheduler, random, disk, worker, newId } = deps
  const { deviceId, userId } = deps.credentials
  const process = createProcess(deps.name)
  const isCut = () => !device.conditions().network

  /** The browser may throw the store away. A new one heals by pulling. */
  const openStore = (): LocalStore =>
    disk.open(process, () => {
      const soon = new Promise<void>((resolve) =>
        scheduler.after(random.int(1, 50), () => process.enter(() => resolve())),
      )
      void device.reopen(async () => {
        await soon
        return { store: openStore(), storage: 'durable' }
      })
    })

  const device = createDevice({
    ...{ deviceId, userId, name: deps.name, newId, random: random.next },
    ...{ store: openStore(), storage: 'durable' },
    live: createSimulatedLive({ ...deps.http, process, isTabCut: isCut }),
    http: createSimulatedHttp({ ...deps.http, process, isCut }),
    clock: { now: deps.now, after: (ms, run) => scheduler.after(ms, () => process.enter(run)) },
    conditions: { holder: false, switchedOn: true, network: true },
    pullers: (local) => ({ live: random.chance(0.5) ? worker.pullerFor(process, local) : local, alone: local }),
    changed: (what) => what !== 'connection' && deps.changed(what),
    revoked: () => deps.ended('revoked'),
  })
  device.subscribe(
    (it) => it.connection.state,
    (state) => state === 'signedOut' && deps.ended(state),
  )

  const apply = (change: Parameters<Device['setConditions']>[0]) => process.enter(() => device.setConditions(change))

  return {
    process,
    device,
    state: () => device.connection().state,
    wants() {
      const { network, switchedOn } = device.conditions()
      return process.isAlive() && network && switchedOn
    },
    setHolder: (holder) => apply({ holder }),
    setOffline(offline) {
      apply({ network: !offline })
      deps.wantsChanged()
    },
    setSwitch(on) {
      apply({ switchedOn: on })
      deps.wantsChanged()
    },
    refresh: (part) => process.enter(() => device.refresh(part)),
    checkNow: () => process.enter(() => void device.checkNow()),
    close() {
      process.enter(device.close)
      process.kill()
      deps.wantsChanged()
    },
  }
}
