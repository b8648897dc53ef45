import { afterEach, beforeEach, expect, test } from 'vitest'
import { openMemoryStore } from '../memory/memory.ts'
import { type Home, openHome, type TestDevice } from '../testing/home.ts'
import { createLiveWire, type LiveWire } from '../testing/live-wire.ts'
import { createManualClock, type ManualClock, settle } from '../testing/manual-clock.ts'
import { createDevice, type Device, type DeviceDeps } from './device.ts'
import { newMessageId } from './new-message-id.ts'

let home: Home
let account: TestDevice
let clock: ManualClock
let wire: LiveWire
let device: Device
/** Each ends a read that is held. */
let held: (() => void)[] | null

beforeEach(async () => {
  home = await openHome()
  account = await home.device('shed')
  clock = createManualClock()
  wire = createLiveWire(home, account)
  held = null
  const { deviceId, userId } = account.caller
  device = createDevice({
    ...{ deviceId, userId, name: 'shed', clock, newId: newMessageId, random: () => 1 },
    ...{
      store: slowToAnswer(openMemoryStore(deviceId)),
      storage: 'memory',
      live: wire.transport,
      http: account.transport,
    },
  })
  await home.send(account, 'a')
  await device.ready
  await clock.pass(1_000)
})
afterEach(async () => {
  device.close()
  await home.close()
})

/** A store that reads at once and answers when the test lets it, as a busy browser does. */
function slowToAnswer(store: DeviceDeps['store']): DeviceDeps['store'] {
  const later = async <T>(read: Promise<T>): Promise<T> => {
    const to = held
    const answer = await read
    if (to) await new Promise<void>((resolve) => to.push(resolve))
    return answer
  }
  return {
    ...store,
    readPosition: () => later(store.readPosition()),
    outbox: () => later(store.outbox()),
  }
}

/** Holds the answers of all reads that begin meanwhile. Returns what lets them go. */
async function holding(run: () => void): Promise<() => Promise<void>> {
  const mine: (() => void)[] = []
  held = mine
  run()
  await settle()
  held = null
  return async () => {
    for (const end of mine) end()
    await settle()
  }
}

async function arrive(...contents: string[]) {
  await home.send(account, ...contents)
  await push()
}

async function push() {
  wire.push(await account.transport.pull({ after: device.getState().cursor }))
  await clock.pass(2_000)
}

const texts = () => device.getState().timeline.entries.map((it) => it.content)

test('messages that came during a slow read stay on the screen when it ends', async () => {
  const release = await holding(() => void device.showAt(1))
  await arrive('b', 'c')
  expect(texts()).toEqual(['a', 'b', 'c'])
  await release()
  expect(texts()).toEqual(['a', 'b', 'c'])
  expect(device.getState().cursor).toBe(3)
})

test('a slow read of one part of the history does not show under another one', async () => {
  await arrive('b')
  const release = await holding(() => void device.showAt(1))
  await device.showOnly({ kind: 'pinned' })
  expect(texts()).toEqual([])
  await release()
  expect([device.getState().timeline.filter, texts()]).toEqual([{ kind: 'pinned' }, []])
})

test('a message that was sent during a slow read of the outbox is not shown there again', async () => {
  device.setConditions({ network: false })
  await device.compose({ receiverDeviceId: 'all', content: 'b' })
  const release = await holding(() => device.refresh('outbox'))
  device.setConditions({ network: true })
  await clock.pass(2_000)
  await push()
  expect([texts(), device.getState().outbox]).toEqual([['a', 'b'], []])
  const seen: number[] = []
  device.subscribe(
    (it) => it.outbox,
    (it) => seen.push(it.length),
  )
  await release()
  expect(seen).toEqual([])
})

test('the counts of a slow read do not replace later ones', async () => {
  const release = await holding(() => device.refresh('read'))
  await arrive('b')
  const { cursor, unread } = device.getState()
  await release()
  expect([device.getState().cursor, device.getState().unread]).toEqual([cursor, unread])
})
