import type { World } from '../world.ts'
import type { Kind } from './operation.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Faults of the server, and actions of its operator. */
export const serverFaults: Record<string, Kind> = {
  crash: {
    weight: 6,
    perform(world, draw) {
      world.note('crash', '')
      world.host.crash()
      comeBack(world, draw.int(100, MINUTE))
    },
  },
  crashAtCommit: {
    weight: 10,
    perform(world, draw) {
      if (!world.host.isUp()) return
      const fault = draw.pick(['crashBefore', 'crashAfter'] as const)
      world.note(fault, '')
      world.host.armCommit(fault)
      world.host.onDown(() => comeBack(world, draw.int(100, MINUTE)))
    },
  },
  diskFull: {
    weight: 3,
    perform(world, draw) {
      world.note('disk full', '')
      world.host.setDiskFull(true)
      world.scheduler.after(draw.int(SECOND, 2 * MINUTE), () => world.host.setDiskFull(false))
    },
  },
  overload: {
    weight: 2,
    perform(world, draw) {
      world.note('overload', '')
      world.host.setOverloaded(true)
      world.scheduler.after(draw.int(SECOND, MINUTE), () => world.host.setOverloaded(false))
    },
  },
  backup: { weight: 4, perform: (world) => world.host.backup() },
  restore: {
    weight: 3,
    perform(world, draw) {
      const copies = world.host.backups()
      if (copies === 0) return
      const copy = draw.int(Math.max(1, copies - 2), copies)
      world.note('restore', `copy ${copy}`)
      world.host.crash()
      world.scheduler.after(draw.int(SECOND, MINUTE), () => {
        // Another operation may have started it already.
        world.host.crash()
        world.host.restore(copy)
        world.host.boot('restore')
      })
    },
  },
  motherClock: {
    weight: 3,
    perform(world, draw) {
      world.note('mother clock', '')
      world.host.shiftClock(draw.int(-6 * HOUR, 6 * HOUR))
    },
  },
  expire: {
    weight: 3,
    perform(world, draw) {
      const age = draw.int(MINUTE, 20 * MINUTE)
      world.note('expire', `${age} ms`)
      return world.host.expire(world.host.now() - age)
    },
  },
}

function comeBack(world: World, ms: number): void {
  world.scheduler.after(ms, () => world.host.boot('crash'))
}
