import { expect, test } from 'vitest'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { initialState } from '../../lib/core/device-state.ts'
import { createObservable } from '../../lib/core/observable.ts'
import type { Entry } from '../../lib/core/timeline/entry.ts'
import { sendAll, waitingIn } from './send-all.ts'

const waiting = { status: { state: 'waiting' } } as Entry

function deviceThat(first: Partial<DeviceState>, whenChecked: Partial<DeviceState> | null) {
  const state = createObservable<DeviceState>({ ...initialState({ deviceId: 'a', userId: 'u', name: 'A' }), ...first })
  const called: string[] = []
  const device = {
    getState: state.get,
    subscribe: state.subscribe,
    switchOn: () => void called.push('on'),
    async checkNow() {
      called.push('check')
      if (whenChecked) state.set(whenChecked)
    },
  }
  return { state, device, called }
}

test('sending goes online first, and ends when nothing waits', async () => {
  const { state, device, called } = deviceThat(
    { outbox: [waiting, waiting], connection: { state: 'switchedOff' } },
    { connection: { state: 'live' } },
  )
  expect(waitingIn(state.get())).toBe(2)
  const done = sendAll(device)
  await Promise.resolve()
  state.set({ outbox: [waiting] })
  state.set({ outbox: [] })
  await done
  expect(called).toEqual(['on', 'check'])
})

test('a server that is away is told of, and what waits stays', async () => {
  const { device } = deviceThat(
    { outbox: [waiting] },
    { connection: { state: 'waiting', until: 1, reason: 'no_answer' } },
  )
  await expect(sendAll(device)).rejects.toMatchObject({ code: 'no_answer' })
})
