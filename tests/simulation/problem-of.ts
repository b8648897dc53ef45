import { createDeviceStore } from '../../lib/storage/device-store.ts'
import type { Device } from './device/device.ts'
import type { World } from './world.ts'

/** Why a device is not at rest: in step with the server, acknowledged, nothing waiting. Null when it is. */
export async function problemOf(world: World, device: Device): Promise<string | null> {
  const states = device.tabs().map((it) => it.state())
  if (!states.includes('live')) return `no tab is live: ${states.join(', ')}`
  const { state, outbox } = await device.disk.look(async (tables) => ({
    state: await tables.meta.get('state'),
    outbox: await tables.outbox.first(0, Number.POSITIVE_INFINITY),
  }))
  const unsent = outbox.filter((it) => it.state !== 'failed')
  if (unsent.length > 0) return `${unsent.length} messages are still ${unsent[0]?.state}`
  const summary = await world.host
    .store()
    .summary(device.credentials)
    .catch((error: Error) => error.message)
  if (typeof summary === 'string') return summary
  const { head, digest, lastReceivedVersion } = summary
  const present = state?.name === 'state' ? state.state.present : { cursor: 0, digest: null }
  if (present.cursor !== head) return `its cursor is ${present.cursor}, the head ${head}`
  if (head > 0 && present.digest !== digest) return 'its digest is not that of the head'
  if (lastReceivedVersion !== head) return `it has acknowledged ${lastReceivedVersion} of ${head}`
  return readProblem(world, device)
}

/** A device at rest knows what was read anywhere. Its count of the rest is that of a whole read. */
async function readProblem(world: World, device: Device): Promise<string | null> {
  const { deviceId } = device.credentials
  const { look } = device.disk
  const store = createDeviceStore(deviceId, { read: look, write: look, close() {} })
  const { readUpTo, unread, cursor } = await store.readPosition()
  const summary = await world.host.store().summary(device.credentials)
  if (readUpTo !== summary.readUpTo) return `it is read up to ${readUpTo}, and up to ${summary.readUpTo} on the server`
  const above = (await store.after(readUpTo, Number.MAX_SAFE_INTEGER)).filter((it) => !it.onlyHere)
  const wanted = above.filter(({ message, deleted }) => !deleted && message.senderDeviceId !== deviceId)
  const counted = Object.values(unread).reduce((sum, count) => sum + count, 0)
  return counted === wanted.length ? null : `it counts ${counted} unread of ${wanted.length}, at ${cursor}`
}
