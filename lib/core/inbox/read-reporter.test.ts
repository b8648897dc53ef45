import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openMemoryStore } from '../../memory/memory.ts'
import { RoostError } from '../../protocol/error.ts'
import { type Home, openHome, type TestDevice } from '../../testing/home.ts'
import { createLiveWire, type LiveWire } from '../../testing/live-wire.ts'
import { createManualClock, type ManualClock, settle } from '../../testing/manual-clock.ts'
import { createDevice, type Device } from '../device.ts'
import { newMessageId } from '../new-message-id.ts'

let home: Home
let [phone, laptop]: TestDevice[] = []
let clock: ManualClock
let wire: LiveWire
let device: Device

beforeEach(async () => {
  home = await openHome()
  phone = await home.device('phone')
  laptop = await home.device('laptop')
  await home.send(laptop, 'a', 'b', 'c')
  clock = createManualClock()
  wire = createLiveWire(home, phone)
})
afterEach(async () => {
  device.close()
  await home.close()
})

async function start(): Promise<void> {
  const { deviceId, userId } = (phone as TestDevice).caller
  device = createDevice({
    ...{ deviceId, userId, name: 'phone', clock, newId: newMessageId, random: () => 1 },
    ...{ store: openMemoryStore(deviceId), storage: 'memory' },
    ...{ live: wire.transport, http: (phone as TestDevice).transport },
  })
  await device.ready
  await clock.pass(1_000)
}

const onServer = async () => (await home.mother.inbox((phone as TestDevice).caller)).readUpTo
const reports = () => (phone as TestDevice).calls.markRead
const shown = () => [device.getState().readUpTo, Object.values(device.getState().unread)]

it('keeps what was read offline, and reports it with the connection', async () => {
  await start()
  expect(shown()).toEqual([0, [3]])
  device.setConditions({ network: false })
  await device.markRead(2)
  await settle()
  expect([shown(), reports(), await onServer()]).toEqual([[2, [1]], 0, 0])
  device.setConditions({ network: true })
  await settle()
  expect([reports(), await onServer()]).toEqual([1, 2])
  device.setConditions({ network: false })
  device.setConditions({ network: true })
  await clock.pass(5_000)
  expect(reports()).toBe(1)
})

it('shows what was read on another device', async () => {
  await start()
  wire.events().inbox?.({ readUpTo: 2, head: 3 })
  await settle()
  expect([shown(), reports()]).toEqual([[2, [1]], 0])
})

it('begins with what the server knows, before it has the messages', async () => {
  await home.mother.markRead((laptop as TestDevice).caller, { version: 2 })
  await start()
  expect(shown()).toEqual([2, [1]])
})

it('reports only the newest, at most every two seconds', async () => {
  await start()
  for (const version of [1, 2, 3]) await device.markRead(version)
  await settle()
  expect([reports(), await onServer()]).toEqual([1, 1])
  await clock.pass(1_900)
  expect(reports()).toBe(1)
  await clock.pass(200)
  expect([reports(), await onServer()]).toEqual([2, 3])
})

it('tries again when the server has no time', async () => {
  await start()
  const busy = new RoostError('rate_limited', 'later', { retryAfterMs: 4_000 })
  vi.spyOn(wire.transport, 'markRead').mockRejectedValueOnce(busy)
  await device.markRead(3)
  await clock.pass(3_900)
  expect(await onServer()).toBe(0)
  await clock.pass(200)
  expect(await onServer()).toBe(3)
})

it('asks a server of wire 1.0 for nothing, and counts all the same', async () => {
  const { hello } = home.mother
  vi.spyOn(home.mother, 'hello').mockImplementation(async (caller) => {
    const { readUpTo: _, ...rest } = await hello(caller)
    return rest as Awaited<ReturnType<typeof hello>>
  })
  await start()
  await device.markRead(2)
  await clock.pass(5_000)
  expect([shown(), reports()]).toEqual([[2, [1]], 0])
})
