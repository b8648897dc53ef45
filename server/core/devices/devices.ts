import { type DeviceInfo, newDeviceSchema, renameSchema } from '../../../lib/protocol/device.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { MotherDeps } from '../deps.ts'
import { DIGEST_BYTES } from '../messages/digest.ts'
import type { Notifier } from '../messages/notifier.ts'
import type { Caller, Mother } from '../mother.ts'
import type { Presence } from '../ports/presence.ts'
import type { Hints } from '../ports/push.ts'
import type { StoredDevice } from '../ports/store.ts'
import type { LastSeen } from './last-seen.ts'
import { lookForDevices } from './look.ts'
import { makeDevice } from './new-device.ts'

type Parts = Pick<MotherDeps, 'store' | 'bus' | 'now' | 'randomBytes' | 'devicesPerHour'> & {
  lastSeen: LastSeen
  notifier: Notifier
  presence: Presence
  hints: Hints
}

export function createDevices({
  store,
  bus,
  now,
  randomBytes,
  devicesPerHour,
  lastSeen,
  notifier,
  presence,
  hints,
}: Parts) {
  const changed = (userId: string) => notifier.notify(userId, { type: 'devices' })
  async function present(userId: string, devices: readonly StoredDevice[]): Promise<DeviceInfo[]> {
    const online = await presence.online(userId)
    return devices.map((it) => ({ ...it, ...lookForDevices(it.name), online: online.has(it.deviceId) }))
  }

  async function requireLive(caller: Caller) {
    try {
      await store.summary(caller)
    } catch (error) {
      presence.set(caller, false)
      throw error
    }
  }

  return {
    async createDevice(userId, payload, by) {
      const { credentials, device } = makeDevice(
        { now, randomBytes, devicesPerHour },
        userId,
        parse(newDeviceSchema, payload),
      )
      await store.createDevice(userId, device, randomBytes(DIGEST_BYTES), by)
      changed(userId)
      return credentials
    },

    async listDevices(userId, by) {
      const former = await store.formerDevices(userId)
      // Checks `by`, so it comes last.
      const devices = await store.listDevices(userId, by)
      return { devices: await present(userId, devices), former }
    },

    async renameDevice(userId, deviceId, payload, by) {
      const { name } = parse(renameSchema, payload)
      const device = await store.renameDevice(userId, deviceId, name, by)
      changed(userId)
      const [info] = await present(userId, [device])
      return info as DeviceInfo
    },

    async revokeDevice(userId, deviceId, by) {
      await store.revokeDevice(userId, deviceId, now(), by)
      presence.set({ userId, deviceId }, false)
      // Published at once, unlike other events: after the answer, nothing may reach that device any more.
      bus.publish(userId, { type: 'revoked', deviceId })
      changed(userId)
    },

    async deviceOnline(caller, online) {
      // Set before the first await, so that an online and an offline that follow each other keep their order.
      const news = presence.set(caller, online)
      // Refuses a revoked device that connects. A device that disconnects is never refused.
      if (online) await requireLive(caller)
      await lastSeen.touch(caller)
      await (online ? hints.connected(caller) : hints.left(caller))
      if (news) changed(caller.userId)
    },
  } satisfies Partial<Mother>
}
