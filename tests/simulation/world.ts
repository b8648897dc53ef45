import type { Credentials } from '../../lib/protocol/device.ts'
import { RoostError } from '../../lib/protocol/error.ts'
import { uuidV7 } from '../../lib/protocol/values/ids.ts'
import { createAfterRestore } from '../../lib/storage/after-restore/after-restore.ts'
import { createRandom, type Random } from '../kit/random.ts'
import { installNodeGlobals } from './core/node-globals.ts'
import { createProcess } from './core/process.ts'
import { createScheduler, type Scheduler } from './core/scheduler.ts'
import { createDevice, type Device } from './device/device.ts'
import type { DiskBug } from './device/disk.ts'
import type { Event } from './history/event.ts'
import { createHistory, type History } from './history/history.ts'
import { createMotherHost, type MotherBug, type MotherHost } from './mother/host.ts'

/** Where a classic bug is planted; nothing of it in the real thing. */
export interface PlantedBug {
  mother?: MotherBug
  disk?: DiskBug
}

/** Everything there is: one server, some users, their devices, the network between them, and one time for all. */
export interface World {
  scheduler: Scheduler
  random: Random
  history: History
  host: MotherHost
  users: readonly string[]
  burst: number
  devices(): Device[]
  /** The devices of a user that are in use. */
  devicesOf(user: string): Device[]
  /** By an account session, or with `code`; tried until the server takes it. Resolves when the device is there. */
  addDevice(user: string, code?: string): Promise<Device | null>
  /** Another device goes on in its place. */
  isReplaced(device: string): boolean
  newId(): string
  note(name: string, detail: string): void
  close(): void
}

/** 2027-01-15, about: what the clocks show when the world begins. */
const EPOCH = 1_800_000_000_000

export function createWorld(seed: string, bug: PlantedBug, burst: number, listen: (event: Event) => void): World {
  const scheduler = createScheduler()
  const random = createRandom(seed)
  const history = createHistory(scheduler.now, listen)
  const ids = random.fork('ids')
  const newId = () => uuidV7(EPOCH + scheduler.now(), ids.bytes(16))
  const host = createMotherHost({
    ...{ scheduler, history, epoch: EPOCH },
    random: random.fork('mother'),
    bug: bug.mother ?? {},
  })
  const restoreGlobals = installNodeGlobals(scheduler, host.incarnation)
  const onRejection = (error: unknown) => history.add({ type: 'broken', where: 'promise', message: String(error) })
  process.on('unhandledRejection', onRejection)
  const devices: Device[] = []
  const replaced = new Set<string>()

  function take(credentials: Credentials, via: 'session' | 'pairing'): Device {
    const { userId, deviceId } = credentials
    history.add({ type: 'device', user: userId, device: deviceId, via })
    const device = createDevice({
      ...{ credentials, scheduler, history, host, epoch: EPOCH, newId, signedOut },
      random: random.fork(deviceId),
      bug: bug.disk ?? {},
    })
    devices.push(device)
    return device
  }

  async function addDevice(user: string, code?: string): Promise<Device | null> {
    const credentials = await ask(user, code)
    const device = credentials && take(credentials, code === undefined ? 'session' : 'pairing')
    device?.openTab()
    return device
  }

  async function ask(user: string, code?: string): Promise<Credentials | null> {
    const name = `device ${devices.length + 1}`
    for (;;) {
      try {
        const mother = host.mother()
        if (code === undefined) return await mother.createDevice(user, { name })
        const claimed = await mother.claimPairing({ code, name })
        return 'token' in claimed ? claimed : null
      } catch (error) {
        if (code !== undefined || !(error instanceof RoostError)) return null
        await new Promise<void>((resolve) => void scheduler.after(5_000, resolve))
      }
    }
  }

  /** The user signs in again. The new device takes over everything that the old one holds, and goes on in its place. */
  async function signedOut(old: Device): Promise<void> {
    const credentials = await ask(old.credentials.userId)
    if (!credentials) return
    const next = take(credentials, 'session')
    history.add({ type: 'replaced', device: old.credentials.deviceId, by: credentials.deviceId })
    replaced.add(old.credentials.deviceId)
    old.disk.setFull(false)
    old.disk.failNext(Number.POSITIVE_INFINITY)
    const between = createProcess('between')
    await createAfterRestore(credentials.deviceId).takeOver(
      old.credentials.deviceId,
      old.disk.open(between, () => {}),
      next.disk.open(between, () => {}),
    )
    between.kill()
    next.openTab()
  }

  return {
    ...{ scheduler, random, history, host, burst, addDevice },
    users: ['ann', 'bob', 'eve'],
    devices: () => devices,
    devicesOf: (user) => devices.filter((it) => it.state() === 'inUse' && it.credentials.userId === user),
    isReplaced: (device) => replaced.has(device),
    newId,
    note: (name, detail) => history.add({ type: 'fault', name, detail }),
    close() {
      for (const device of devices) device.shut()
      host.close()
      restoreGlobals()
      process.off('unhandledRejection', onRejection)
    },
  }
}
