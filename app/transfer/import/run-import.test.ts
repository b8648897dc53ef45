import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { clock } from '../../../lib/core/clock.ts'
import { createDevice, type Device } from '../../../lib/core/device.ts'
import { newMessageId } from '../../../lib/core/new-message-id.ts'
import type { Written } from '../../../lib/core/ports.ts'
import { openMemoryStore } from '../../../lib/memory/memory.ts'
import { idOf } from '../../../lib/storage/contract/fixtures.ts'
import { type Home, openHome, type TestDevice } from '../../../lib/testing/home.ts'
import { createLiveWire } from '../../../lib/testing/live-wire.ts'
import { type ImportState, runImport } from './run-import.ts'

let home: Home
let account: TestDevice
let device: Device

beforeEach(async () => {
  home = await openHome()
  account = await home.device('Desk')
  const { deviceId, userId } = account.caller
  const live = createLiveWire(home, account).transport
  device = createDevice({
    ...{ deviceId, userId, name: 'Desk', clock, newId: newMessageId, random: Math.random },
    ...{ store: openMemoryStore(deviceId), storage: 'memory', live, http: account.transport },
  })
  await device.ready
})
afterEach(async () => {
  device.close()
  await home.close()
})

const items = (count: number): Written[] =>
  Array.from({ length: count }, (_, n) => ({
    request: { messageId: idOf(n, 7), receiverDeviceId: 'all', content: `text ${n}` },
    composedAt: n,
  }))

/** Nothing feeds the device of this test, so it asks. */
let asking: ReturnType<typeof setInterval>
beforeEach(() => {
  asking = setInterval(() => void (device.conditions().network && device.checkNow()), 20)
})
afterEach(() => clearInterval(asking))

function start(all: readonly Written[], signal = new AbortController().signal) {
  const states: ImportState[] = []
  const most = { waiting: 0 }
  let taken = 0
  const done = runImport({
    device,
    total: all.length,
    signal,
    show: (it) => states.push(it),
    async take(limit) {
      const chunk = all.slice(taken, taken + limit)
      taken += chunk.length
      most.waiting = Math.max(most.waiting, chunk.length + (await device.unsent()).length)
      return chunk
    },
  })
  return { done, states, most }
}

const stored = async () => (await home.everythingFor(account)).messages.map((it) => it.content)
const contents = (all: readonly Written[]) => all.map((it) => it.request.content)

test('everything arrives in its order, a few hundred at a time, and a second import brings nothing', async () => {
  const all = items(1_500)
  const first = start(all)
  await first.done
  expect(first.states.at(-1)).toEqual({ state: 'done', done: 1_500, total: 1_500, refused: 0 })
  expect(await stored()).toEqual(contents(all))
  expect(first.most.waiting).toBeLessThan(500)
  await start(all).done
  expect(await stored()).toEqual(contents(all))
  await vi.waitFor(async () => expect(await device.unsent()).toEqual([]))
})

test('without a connection it waits, and goes on with it', async () => {
  device.setConditions({ network: false })
  const all = items(300)
  const run = start(all)
  await vi.waitFor(() => expect(run.states.at(-1)?.state).toBe('waiting'))
  expect(await stored()).toEqual([])
  device.setConditions({ network: true })
  await run.done
  expect(run.states.at(-1)?.state).toBe('done')
  expect(await stored()).toEqual(contents(all))
})

test('it can be stopped, and the same file brings in the rest', async () => {
  const all = items(2_000)
  const stop = new AbortController()
  const run = start(all, stop.signal)
  await vi.waitFor(() => expect(run.states.length).toBeGreaterThan(0))
  stop.abort()
  await run.done
  const last = run.states.at(-1)
  expect(last?.state).toBe('stopped')
  expect(last?.done).toBeLessThan(2_000)
  await start(all).done
  expect(await stored()).toEqual(contents(all))
})

test('a message that the server has from another device is there already, and one that it refuses is counted', async () => {
  const other = await home.device('Phone')
  const [first, second, third] = items(3) as [Written, Written, Written]
  await other.transport.send({ messages: [{ ...first.request, receiverDeviceId: account.caller.deviceId }] })
  const lost = { ...second, request: { ...second.request, receiverDeviceId: idOf(404) } }
  const run = start([first, lost, third])
  await run.done
  expect(run.states.at(-1)).toMatchObject({ state: 'done', refused: 1 })
  expect(await stored()).toEqual(['text 0', 'text 2'])
  expect((await device.unsent()).map((it) => it.request.content)).toEqual(['text 1'])
})

test('a storage that fails ends it, and says why', async () => {
  device.close()
  const run = start(items(1))
  await run.done
  expect(run.states.at(-1)).toMatchObject({ state: 'failed', done: 0, total: 1 })
})
