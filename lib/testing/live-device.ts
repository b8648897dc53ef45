import { createDevice } from '../core/device.ts'
import { newMessageId } from '../core/new-message-id.ts'
import { openMemoryStore } from '../memory/memory.ts'
import { openHome } from './home.ts'
import { createLiveWire } from './live-wire.ts'
import { createManualClock } from './manual-clock.ts'

export type LiveDevice = Awaited<ReturnType<typeof openLiveDevice>>

/** A device that is live at a real server, on a clock by hand, with the posts "a" and "b" in its inbox. */
export async function openLiveDevice() {
  const home = await openHome()
  const account = await home.device('shed')
  const clock = createManualClock()
  const wire = createLiveWire(home, account)
  const store = openMemoryStore(account.caller.deviceId)
  await home.send(account, 'a', 'b')
  const { deviceId, userId } = account.caller
  const device = createDevice({
    ...{ deviceId, userId, name: 'shed', clock, newId: newMessageId, random: () => 1 },
    ...{ store, storage: 'memory', live: wire.transport, http: account.transport },
  })
  await device.ready
  await clock.pass(1_000)
  return {
    ...{ home, account, clock, store, device },
    async online(network: boolean) {
      device.setConditions({ network })
      await clock.pass(1_000)
    },
    /** The live connection feeds nothing by itself. */
    async feed() {
      wire.push(await account.transport.pull({ after: device.getState().cursor }))
      await clock.pass(1_000)
    },
    async close() {
      device.close()
      await home.close()
    },
  }
}
