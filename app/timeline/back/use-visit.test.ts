import { afterEach, expect, test, vi } from 'vitest'
import { initialState } from '../../../lib/core/device-state.ts'
import { createObservable } from '../../../lib/core/observable.ts'
import { createVisits } from './use-visit.ts'

afterEach(() => vi.unstubAllGlobals())

function opened() {
  const target = { addEventListener() {}, removeEventListener() {} }
  vi.stubGlobal('window', target)
  vi.stubGlobal('document', { ...target, visibilityState: 'visible', hasFocus: () => true })
  const state = createObservable(initialState({ deviceId: 'me', userId: 'u', name: 'Sofa' }))
  const { promise: ready, resolve: read } = Promise.withResolvers<void>()
  const visits = createVisits({ getState: state.get, subscribe: state.subscribe, ready })
  visits.start()
  return { state, visits, read, ready }
}

test('what came before the page was opened is new, also when the storage is read later', async () => {
  const { state, visits, read, ready } = opened()
  state.set({ connection: { state: 'live' }, cursor: 5_002, head: 5_002, readUpTo: 1, unread: { backup: 5_001 } })
  read()
  await ready
  await vi.waitFor(() => expect(visits.get().back).toMatchObject({ line: 1, counts: { backup: 5_001 } }))
})

test('what comes to a fresh device, while its person looks, is no absence', async () => {
  const { state, visits, read, ready } = opened()
  read()
  await ready
  await vi.waitFor(() => expect(visits.get().level).toBe(true))
  state.set({ cursor: 1, head: 1, unread: { desk: 1 } })
  expect(visits.get().back).toBeNull()
})
