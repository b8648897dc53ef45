import { expect, test, vi } from 'vitest'
import { type LiveEvents, type LiveTransport, TransportError } from '../core/ports.ts'
import { createLaterTransport } from './socket-loader.ts'

function parts() {
  const loading = Promise.withResolvers<LiveTransport>()
  const transport = {
    open: vi.fn<LiveTransport['open']>(),
    close: vi.fn<LiveTransport['close']>(),
    send: vi.fn<LiveTransport['send']>(async () => ({ results: [] })),
    pull: vi.fn<LiveTransport['pull']>(),
    markRead: vi.fn<LiveTransport['markRead']>(),
    acknowledge: vi.fn<LiveTransport['acknowledge']>(async () => ({ lastReceivedVersion: 7 })),
  }
  const load = vi.fn(() => loading.promise)
  const events = { closed: vi.fn<LiveEvents['closed']>() } as unknown as LiveEvents
  return { loading, transport, load, events, later: createLaterTransport(load) }
}

test('opens what was loaded, and loads it once', async () => {
  const { loading, transport, load, events, later } = parts()
  later.open(events)
  await expect(later.acknowledge({ version: 1 })).rejects.toBeInstanceOf(TransportError)
  loading.resolve(transport)
  await vi.waitFor(() => expect(transport.open).toHaveBeenCalledExactlyOnceWith(events))
  expect(await later.acknowledge({ version: 1 })).toEqual({ lastReceivedVersion: 7 })
  later.close()
  later.open(events)
  expect([transport.close.mock.calls.length, transport.open.mock.calls.length]).toEqual([1, 2])
  expect(load).toHaveBeenCalledOnce()
})

test('what was closed meanwhile stays closed, and what was opened again is opened once', async () => {
  const { loading, transport, events, later } = parts()
  later.open(events)
  later.close()
  later.open(events)
  loading.resolve(transport)
  await vi.waitFor(() => expect(transport.open).toHaveBeenCalled())
  expect(transport.open).toHaveBeenCalledOnce()
})

test('what cannot be loaded counts as a connection that was lost, and the next try loads anew', async () => {
  const { transport, load, events, later } = parts()
  load.mockRejectedValueOnce(new Error('Loading failed')).mockResolvedValueOnce(transport)
  later.open(events)
  await vi.waitFor(() => expect(events.closed).toHaveBeenCalledExactlyOnceWith('Loading failed'))
  later.open(events)
  await vi.waitFor(() => expect(transport.open).toHaveBeenCalledExactlyOnceWith(events))
})

test('what takes too long to load counts as lost, and is opened by the next try alone', async () => {
  vi.useFakeTimers()
  const { loading, transport, events, later } = parts()
  later.open(events)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(events.closed).toHaveBeenCalledOnce()
  loading.resolve(transport)
  await vi.advanceTimersByTimeAsync(1)
  expect(transport.open).not.toHaveBeenCalled()
  later.open(events)
  expect(transport.open).toHaveBeenCalledOnce()
  vi.useRealTimers()
})
