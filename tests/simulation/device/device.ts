import type { Credentials } from '../../../lib/protocol/device.ts'
import type { Random } from '../../kit/random.ts'
import type { Scheduler } from '../core/scheduler.ts'
import type { History } from '../history/history.ts'
import type { MotherHost } from '../mother/host.ts'
import { createLink, type Link } from '../network/link.ts'
import { createDeviceDisk, type DeviceDisk, type DiskBug } from './disk.ts'
import { openTab, type Tab } from './tab.ts'
import { createWorker, type Worker } from './worker.ts'

/** A holder that answers no ping for so long is taken for frozen. */
const TAKEOVER_MS = 5_000

export interface Device {
  credentials: Credentials
  disk: DeviceDisk
  link: Link
  worker: Worker
  state(): 'inUse' | 'revoked' | 'signedOut'
  tabs(): Tab[]
  openTab(): Tab
  /** Decides again which tab holds the connection. */
  elect(): void
  freeze(tab: Tab): void
  shiftClock(ms: number): void
  now(): number
  /** Every tab and worker goes, as when the browser is shut. */
  shut(): void
}

export interface DeviceDeps {
  credentials: Credentials
  scheduler: Scheduler
  random: Random
  history: History
  host: MotherHost
  bug: DiskBug
  epoch: number
  newId: () => string
  signedOut: (device: Device) => void
}

export function createDevice(deps: DeviceDeps): Device {
  const { credentials, scheduler, random, history, host, bug, epoch } = deps
  const { deviceId, token } = credentials
  const link = createLink()
  const disk = createDeviceDisk({ deviceId, scheduler, random: random.fork('disk'), history, bug })
  const network = { scheduler, random: random.fork('network'), link, host, token }
  let state: 'inUse' | 'revoked' | 'signedOut' = 'inUse'
  let shift = 0
  let tabs: Tab[] = []
  let holder: Tab | null = null
  let opened = 0

  const worker = createWorker({
    ...{ deviceId, scheduler, random, disk, http: network },
    now: () => device.now(),
    revoked: () => end('revoked'),
  })
  const living = () => {
    tabs = tabs.filter((it) => it.process.isAlive())
    return tabs
  }

  function end(why: 'revoked' | 'signedOut'): void {
    if (state !== 'inUse') return
    state = why
    history.add({ type: 'fault', name: why, detail: deviceId })
    scheduler.after(1, device.shut)
    if (why === 'signedOut') scheduler.after(random.int(1_000, 60_000), () => deps.signedOut(device))
  }

  function elect(): void {
    const wanting = living().filter((it) => it.wants())
    if (holder && wanting.includes(holder)) return
    const old = holder
    holder = wanting.find((it) => !it.process.isFrozen()) ?? null
    // A frozen tab hears of it when it wakes, and not before it has done what was due.
    old?.setHolder(false)
    const next = holder
    if (next) scheduler.after(random.int(0, 20), () => holder === next && next.setHolder(true))
  }

  const device: Device = {
    credentials,
    disk,
    link,
    worker,
    state: () => state,
    tabs: living,
    openTab() {
      const tab = openTab({
        name: `${deviceId}/tab ${++opened}`,
        ...{ credentials, scheduler, random: random.fork(`tab ${opened}`), disk, worker, http: network },
        now: device.now,
        newId: deps.newId,
        wantsChanged: () => scheduler.after(0, elect),
        changed: (part) =>
          scheduler.after(0, () => {
            for (const other of living()) if (other !== tab) other.refresh(part)
          }),
        ended: end,
      })
      tab.process.onKill(() => scheduler.after(0, elect))
      tabs.push(tab)
      elect()
      return tab
    },
    elect,
    freeze(tab) {
      tab.process.freeze()
      scheduler.after(TAKEOVER_MS, () => {
        if (tab !== holder || !tab.process.isFrozen()) return
        if (!living().some((it) => it !== tab && it.wants() && !it.process.isFrozen())) return
        holder = null
        elect()
        tab.setHolder(false)
      })
    },
    shiftClock(ms) {
      shift += ms
    },
    now: () => epoch + scheduler.now() + shift,
    shut() {
      for (const tab of living()) tab.process.kill()
      for (const process of worker.running()) process.kill()
    },
  }
  return device
}
