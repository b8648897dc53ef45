import type { Random } from '../../kit/random.ts'
import type { Device } from '../device/device.ts'
import type { Tab } from '../device/tab.ts'
import { calm } from '../network/link.ts'
import type { World } from '../world.ts'
import type { Kind } from './operation.ts'
import { nameOf, pickDevice, pickTab } from './pick.ts'

/** Actions of users on their devices. */
export const userActions: Record<string, Kind> = {
  compose: {
    weight: 40,
    async perform(world, draw) {
      const picked = pickTab(world, draw)
      if (!picked || picked.tab.process.isFrozen()) return
      const count = world.burst * (draw.chance(0.15) ? draw.int(20, 60) : draw.int(1, 5))
      for (let n = 0; n < count && picked.tab.process.isAlive(); n++) {
        await composeOne(world, draw, picked.device, picked.tab)
        if (draw.chance(0.3)) await pause(world, draw.int(1, 2_000))
      }
    },
  },
  /** A script of the user that writes more than a slow device can receive. */
  flood: {
    weight: 1,
    async perform(world, draw) {
      const user = draw.pick(world.users)
      const devices = world.devicesOf(user)
      const [writer] = devices
      if (!writer || !world.host.isUp()) return
      const slow = draw.pick(devices)
      slow.link.change({ bandwidth: draw.int(10_000, 60_000) })
      world.scheduler.after(2 * 60_000, () => slow.link.change({ bandwidth: calm.bandwidth }))
      for (let round = 0; round < 8; round++) {
        const content = 'x'.repeat(60_000)
        const messages = Array.from({ length: 3 }, () => ({
          messageId: world.newId(),
          receiverDeviceId: 'all',
          content,
        }))
        await world.host.mother().send(writer.credentials, { messages })
        await pause(world, 500)
      }
    },
  },
  /**
   * A script of the user that writes many short messages while the feed of all devices is wild. Calls get through, so the
   * devices stay live, but batches reach them late, twice or never.
   */
  wildFeed: {
    weight: 4,
    async perform(world, draw) {
      const user = draw.pick(world.users)
      const devices = world.devicesOf(user)
      const [writer] = devices
      if (!writer) return
      const bad = { loss: draw.next() * 0.2, repeat: draw.next() * 0.6, delay: [1, draw.int(500, 5_000)] as const }
      world.note('wild feed', `${user} ${JSON.stringify(bad)}`)
      for (const { link } of devices) link.change({ wild: ['batch'], ...bad })
      world.scheduler.after(30_000, () => {
        const { wild, loss, repeat, delay } = calm
        for (const { link } of devices) link.change({ wild, loss, repeat, delay })
      })
      for (let round = 0; round < 20 && world.host.isUp(); round++) {
        const message = { messageId: world.newId(), receiverDeviceId: 'all', content: text(draw) }
        await world.host.mother().send(writer.credentials, { messages: [message] })
        await pause(world, draw.int(50, 1_500))
      }
    },
  },
  settleFailed: {
    weight: 2,
    async perform(world, draw) {
      const picked = pickTab(world, draw)
      if (!picked || picked.tab.process.isFrozen()) return
      const { device } = picked.tab
      for (const { id, status } of device.getState().outbox) {
        if (status.state !== 'failed') continue
        await (draw.chance(0.5) ? device.discard(id) : device.retry(id))
      }
    },
  },
  openTab: {
    weight: 6,
    perform(world, draw) {
      const device = pickDevice(world, draw)
      if (device && device.tabs().length < 3) device.openTab()
    },
  },
  closeTab: {
    weight: 6,
    perform(world, draw) {
      const picked = pickTab(world, draw)
      if (!picked) return
      picked.tab.close()
      if (draw.chance(0.7)) world.scheduler.after(2_000, picked.device.worker.sync)
    },
  },
  offline: {
    weight: 8,
    perform(world, draw) {
      const picked = pickTab(world, draw)
      if (!picked) return
      picked.tab.setOffline(true)
      world.scheduler.after(draw.int(1_000, 300_000), () => picked.tab.setOffline(false))
    },
  },
  switchOff: {
    weight: 3,
    perform(world, draw) {
      const picked = pickTab(world, draw)
      if (!picked) return
      for (const tab of picked.device.tabs()) tab.setSwitch(false)
      world.scheduler.after(draw.int(1_000, 300_000), () => {
        for (const tab of picked.device.tabs()) tab.setSwitch(true)
      })
    },
  },
  /** The person looks at the screen, and has seen everything up to a message there. */
  read: {
    weight: 6,
    async perform(world, draw) {
      const picked = pickTab(world, draw)
      if (!picked || picked.tab.process.isFrozen()) return
      const { timeline } = picked.tab.device.getState()
      const versions = timeline.entries.flatMap((it) => (it.status.state === 'onlyHere' ? [] : (it.version ?? [])))
      if (versions.length > 0) await picked.tab.device.markRead(draw.pick(versions))
    },
  },
  checkNow: {
    weight: 5,
    perform: (world, draw) => pickTab(world, draw)?.tab.checkNow(),
  },
  newDevice: {
    weight: 2,
    async perform(world, draw) {
      const user = draw.pick(world.users)
      if (world.devicesOf(user).length < 5) await world.addDevice(user)
    },
  },
  pair: { weight: 3, perform: pair },
  revoke: {
    weight: 2,
    async perform(world, draw) {
      const user = draw.pick(world.users)
      const devices = world.devicesOf(user)
      if (devices.length < 3 || !world.host.isUp()) return
      const victim = draw.pick(devices)
      const by = draw.chance(0.5) ? { deviceId: nameOf(draw.pick(devices)) } : undefined
      world.note('revoke', nameOf(victim))
      const mother = world.host.mother()
      // The device's own calls are in flight at the same time: any that arrive after the answer are too late.
      const offer = draw.chance(0.5) ? await mother.offerPairing(victim.credentials).catch(() => null) : null
      await mother.revokeDevice(user, nameOf(victim), by)
      if (offer) await mother.claimPairing({ code: offer.code, name: 'too late' }).catch(() => {})
    },
  },
}

async function pair(world: World, draw: Random): Promise<void> {
  const device = pickDevice(world, draw)
  if (!device || !world.host.isUp() || world.devicesOf(device.credentials.userId).length >= 5) return
  const { code } = await world.host.mother().offerPairing(device.credentials)
  await pause(world, draw.chance(0.7) ? draw.int(100, 200_000) : draw.int(301_000, 600_000))
  await world.addDevice(device.credentials.userId, code)
  // The code must not work a second time.
  if (world.host.isUp()) await world.host.mother().claimPairing({ code, name: 'again' })
}

async function composeOne(world: World, draw: Random, device: Device, tab: Tab): Promise<void> {
  const target = draw.chance(0.25) ? pickTarget(draw, tab) : null
  if (target) {
    const { id: targetId, to: receiverDeviceId } = target
    if (draw.chance(0.25))
      return tab.device.mark(target, { [draw.pick(['pinned', 'done'])]: draw.chance(0.7) ? true : null })
    return tab.device.compose({ receiverDeviceId, targetId, ...change(draw) })
  }
  const others = world.devices().filter((it) => it.credentials.userId === device.credentials.userId)
  const receiverDeviceId = draw.chance(0.65) ? 'all' : nameOf(draw.pick(others))
  return tab.device.compose({ receiverDeviceId, content: text(draw) })
}

function change(draw: Random) {
  if (draw.chance(0.3)) return { kind: 'delete', content: '' } as const
  return { kind: 'edit', content: text(draw) } as const
}

/** A user picks from what the screen shows. */
function pickTarget(draw: Random, tab: Tab) {
  const { outbox, timeline } = tab.device.getState()
  if (draw.chance(0.2)) {
    const waiting = outbox.filter((it) => it.kind === 'post')
    if (waiting.length > 0) return draw.pick(waiting)
  }
  const latest = timeline.entries.slice(-20)
  return latest.length > 0 ? draw.pick(latest) : null
}

function text(draw: Random): string {
  const size = draw.chance(0.02) ? draw.int(10_000, 60_000) : draw.int(0, 40)
  return `${draw.int(0, 999_999)} ${'.'.repeat(size)}`
}

function pause(world: World, ms: number): Promise<void> {
  return new Promise((resolve) => void world.scheduler.after(ms, resolve))
}
