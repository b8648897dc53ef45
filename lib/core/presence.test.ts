import { expect, test, vi } from 'vitest'
import type { DeviceInfo } from '../protocol/device.ts'
import { type ConnectionView, type DeviceState, initialState } from './device-state.ts'
import { createObservable } from './observable.ts'
import { createPresence } from './presence.ts'

const devices = [{ deviceId: 'a' }] as DeviceInfo[]

function setUp() {
  const state = createObservable<DeviceState>(initialState({ deviceId: 'a', userId: 'u', name: 'A' }))
  const lost = vi.fn<(at: number) => void>()
  let time = 1_000
  const presence = createPresence({ state, now: () => time, lost })
  return {
    ...{ presence, lost, asOf: () => state.get().devicesAsOf },
    is(connection: ConnectionView, at = time) {
      time = at
      state.set({ connection })
      presence.connectionIs(connection)
    },
    list: (at: number | null) => {
      state.set({ devices })
      presence.listed(at)
    },
  }
}

test('before the first list nothing is known', () => {
  const { is, asOf } = setUp()
  is({ state: 'live' })
  expect(asOf()).toEqual({ state: 'unknown' })
})

test('a stored list is true as of its time, also while the device connects, until the server lists again', () => {
  const { is, list, presence, asOf } = setUp()
  list(700)
  for (const state of ['connecting', 'live'] as const) {
    is({ state })
    expect(asOf()).toEqual({ state: 'past', at: 700 })
  }
  presence.heard()
  list(1_000)
  expect(asOf()).toEqual({ state: 'now' })
})

test('the list was true until the connection was lost, and the next start knows that', () => {
  const { is, list, presence, asOf, lost } = setUp()
  is({ state: 'live' })
  presence.heard()
  list(1_000)
  is({ state: 'offline' }, 5_000)
  expect(asOf()).toEqual({ state: 'past', at: 5_000 })
  is({ state: 'connecting' }, 9_000)
  expect(asOf()).toEqual({ state: 'past', at: 5_000 })
  expect(lost.mock.calls).toEqual([[5_000]])
})

test('a tab beside the connected one knows what that one knows', () => {
  const { is, list, asOf } = setUp()
  list(700)
  is({ state: 'following', shared: { state: 'live' } })
  expect(asOf()).toEqual({ state: 'now' })
  is({ state: 'following', shared: { state: 'switchedOff' } }, 2_000)
  expect(asOf()).toEqual({ state: 'past', at: 2_000 })
})
