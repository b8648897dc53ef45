import { calm, type NetworkState } from '../network/link.ts'
import type { Kind } from './operation.ts'
import { nameOf, pickDevice, pickTab } from './pick.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Faults of devices and their network. */
export const deviceFaults: Record<string, Kind> = {
  cut: {
    weight: 8,
    perform(world, draw) {
      const device = pickDevice(world, draw)
      if (!device) return
      const which = draw.pick(['up', 'down', 'both'])
      world.note(`cut ${which}`, nameOf(device))
      device.link.change({ upCut: which !== 'down', downCut: which !== 'up' })
      world.scheduler.after(draw.int(100, 3 * MINUTE), () => device.link.change({ upCut: false, downCut: false }))
    },
  },
  weather: {
    weight: 8,
    perform(world, draw) {
      const device = pickDevice(world, draw)
      if (!device) return
      const bad: Partial<NetworkState> = draw.pick([
        {
          wild: ['batch', 'call'],
          loss: draw.next() * 0.4,
          repeat: draw.next() * 0.4,
          delay: [1, draw.int(50, 5_000)],
        },
        { delay: [200, draw.int(500, 10_000)] },
        { bandwidth: draw.int(2_000, 30_000) },
      ])
      world.note('weather', `${nameOf(device)} ${JSON.stringify(bad)}`)
      device.link.change(bad)
      const { wild, loss, repeat, delay, bandwidth } = calm
      world.scheduler.after(draw.int(10 * SECOND, 5 * MINUTE), () =>
        device.link.change({ wild, loss, repeat, delay, bandwidth }),
      )
    },
  },
  freeze: {
    weight: 6,
    perform(world, draw) {
      const picked = pickTab(world, draw)
      if (!picked) return
      world.note('freeze', picked.tab.process.name)
      picked.device.freeze(picked.tab)
      world.scheduler.after(draw.int(100, 3 * MINUTE), picked.tab.process.thaw)
    },
  },
  killTab: {
    weight: 8,
    perform(world, draw) {
      const picked = pickTab(world, draw)
      if (!picked) return
      world.note('kill', picked.tab.process.name)
      picked.tab.process.killAfter(draw.int(0, 60))
      world.scheduler.after(draw.int(100, MINUTE), () => {
        if (picked.device.state() === 'inUse' && picked.device.tabs().length === 0) picked.device.openTab()
      })
    },
  },
  killWorker: {
    weight: 6,
    perform(world, draw) {
      const device = pickDevice(world, draw)
      if (!device) return
      if (draw.chance(0.5)) device.worker.sync()
      const [worker] = device.worker.running()
      world.note('kill worker', worker?.name ?? 'none runs')
      worker?.killAfter(draw.int(0, 30))
    },
  },
  workerSync: {
    weight: 6,
    perform: (world, draw) => pickDevice(world, draw)?.worker.sync(),
  },
  abort: {
    weight: 8,
    perform(world, draw) {
      const device = pickDevice(world, draw)
      if (!device) return
      world.note('abort', nameOf(device))
      device.disk.failNext(draw.int(0, 4))
    },
  },
  quota: {
    weight: 3,
    perform(world, draw) {
      const device = pickDevice(world, draw)
      if (!device) return
      world.note('quota', nameOf(device))
      device.disk.setFull(true)
      world.scheduler.after(draw.int(SECOND, 2 * MINUTE), () => device.disk.setFull(false))
    },
  },
  evict: {
    weight: 2,
    perform: (world, draw) => pickDevice(world, draw)?.disk.evict(),
  },
  deviceClock: {
    weight: 3,
    perform(world, draw) {
      const device = pickDevice(world, draw)
      if (!device) return
      world.note('device clock', nameOf(device))
      device.shiftClock(draw.int(-12 * HOUR, 12 * HOUR))
    },
  },
}
