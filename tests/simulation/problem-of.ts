import type { Device } from './device/device.ts'
import type { World } from './world.ts'

/** Why a device is not at rest: in step with the mother, acknowledged, nothing waiting. Null when it is. */
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
  return null
}
