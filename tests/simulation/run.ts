import { StorageError, TransportError } from '../../lib/core/ports.ts'
import { RoostError } from '../../lib/protocol/error.ts'
import { createRandom } from '../kit/random.ts'
import type { Event } from './history/event.ts'
import { Dead } from './mother/recorded-database.ts'
import { calm } from './network/link.ts'
import type { Operation } from './operations/operation.ts'
import { kinds, planOperations } from './operations/plan.ts'
import { problemOf } from './problem-of.ts'
import { createWorld, type PlantedBug, type World } from './world.ts'

export interface RunOptions {
  seed: string
  /** How many operations. */
  steps: number
  bug?: PlantedBug
  /** Multiplies the messages of each writing. */
  burst?: number
  /** Instead of all that the seed plans. */
  operations?: readonly Operation[]
  /** Hears every event of the history as it happens. */
  listen?: (event: Event) => void
}

export interface Run {
  hash: string
  /** Tasks of the scheduler. */
  tasks: number
  /** Simulated ms. */
  lasted: number
}

/** An operation that has begun, such as a restore, ends within this time. */
const AFTERMATH_MS = 70_000
/** After faults have stopped, all devices must be in step within so many simulated ms. */
const SETTLE_MS = 15 * 60_000
/** And stay so. */
const QUIET_MS = 130_000

export function operationsOf(seed: string, steps: number): Operation[] {
  return planOperations(createRandom(`${seed}/plan`), steps)
}

/** Runs one world until it comes to rest. The same options give the same history, to the letter. */
export async function run({
  seed,
  steps,
  bug = {},
  burst = 1,
  operations = operationsOf(seed, steps),
  listen = () => {},
}: RunOptions): Promise<Run> {
  const world = createWorld(seed, bug, burst, listen)
  try {
    world.host.boot('start')
    for (const user of world.users) {
      for (let count = user === 'eve' ? 1 : 3; count > 0; count--) void world.addDevice(user)
    }
    for (const operation of operations) world.scheduler.after(operation.at, () => perform(world, seed, operation))
    await world.scheduler.runUntil((operations.at(-1)?.at ?? 0) + AFTERMATH_MS)
    await calmDown(world)
    return {
      hash: world.history.hash(),
      tasks: world.scheduler.steps(),
      lasted: world.scheduler.now(),
    }
  } finally {
    world.close()
  }
}

function perform(world: World, seed: string, operation: Operation): void {
  const kind = kinds[operation.kind]
  if (!kind) throw new Error(`there is no operation ${operation.kind}`)
  const draw = createRandom(`${seed}/operation ${operation.id}`)
  const done = async () => kind.perform(world, draw)
  done().catch((error: unknown) => {
    const refused = [RoostError, StorageError, TransportError, Dead].some((kind) => error instanceof kind)
    if (!refused) world.history.add({ type: 'broken', where: operation.kind, message: String(error) })
  })
}

async function calmDown(world: World): Promise<void> {
  const { host, scheduler, history } = world
  host.armCommit('none')
  host.setDiskFull(false)
  host.setOverloaded(false)
  host.boot('crash')
  history.add({ type: 'calm' })
  const devicesInUse = () => world.devices().filter((it) => it.state() === 'inUse')
  const deadline = scheduler.now() + SETTLE_MS
  let quietSince: number | null = null

  while (scheduler.now() < deadline) {
    for (const device of devicesInUse()) {
      device.link.change(calm)
      device.disk.setFull(false)
      device.disk.failNext(Number.POSITIVE_INFINITY)
      for (const tab of device.tabs()) tab.process.thaw()
      for (const process of [...device.tabs().map((it) => it.process), ...device.worker.running()]) {
        process.killAfter(Number.POSITIVE_INFINITY)
      }
      if (device.tabs().length === 0) device.openTab()
      for (const tab of device.tabs()) {
        tab.setOffline(false)
        tab.setSwitch(true)
      }
    }
    await scheduler.runUntil(scheduler.now() + 10_000)
    const waiting = world
      .devices()
      .some((it) => it.state() === 'signedOut' && !world.isReplaced(it.credentials.deviceId))
    const problems = await Promise.all(devicesInUse().map((it) => problemOf(world, it)))
    if (waiting || problems.some((it) => it !== null)) quietSince = null
    else quietSince ??= scheduler.now()
    if (quietSince !== null && scheduler.now() - quietSince >= QUIET_MS) break
  }
  const devices = devicesInUse()
  const problems = await Promise.all(devices.map((it) => problemOf(world, it)))
  history.add({
    type: 'end',
    devices: devices.map((it, index) => ({ device: it.credentials.deviceId, problem: problems[index] ?? null })),
  })
}
