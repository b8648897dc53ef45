import { afterEach, describe, expect, it } from 'vitest'
import { openMemoryStore } from '../memory/memory.ts'
import { type ErrorCode, RoostError } from '../protocol/error.ts'
import type { LocalStore } from '../storage/local-store.ts'
import { createManualClock, settle } from '../testing/manual-clock.ts'
import { transportOver } from '../transport/transport-over.ts'
import { createDevice, type Device } from './device.ts'
import { newMessageId } from './new-message-id.ts'
import { type LiveEvents, type LiveTransport, StorageError, type Transport, TransportError } from './ports.ts'

/**
 * Drives every retry of the device into a failure that never ends, and counts the requests that the server gets in a
 * minute: see docs/reliability.md.
 */
const SELF = '00000000-0000-4000-8000-000000000001'
const MINUTES = 10
const empty = { from: 0, upTo: 0, messages: [], digest: 'd0', head: 0, floor: 0 }
const hello = { userId: 'u', deviceId: SELF, floor: 0, lastReceivedVersion: 0, heartbeatMs: 60_000 }
const refuse = (code: ErrorCode, detail = {}) => Promise.reject(new RoostError(code, code, detail))
const lost = () => Promise.reject(new TransportError('no_answer'))

let running: Device | undefined
afterEach(() => running?.close())

interface Mother extends Transport {
  /** The server's first words on a new connection. */
  greet(events: LiveEvents): void
}

const good: Mother = {
  greet: (events) => events.hello({ ...hello, head: 0, digest: 'd0' }),
  send: async ({ messages }) => ({ results: messages.map(({ messageId }) => refusedForNow(messageId)) }),
  pull: () => Promise.resolve(empty),
  markRead: ({ version }) => Promise.resolve({ readUpTo: version }),
  acknowledge: ({ version }) => Promise.resolve({ lastReceivedVersion: version }),
}

function refusedForNow(messageId: string) {
  return { messageId, ok: false as const, error: { code: 'unavailable' as const, message: '' } }
}

/** Random numbers that repeat at each run. */
function createDice() {
  let state = 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

function start(broken: Partial<Mother>, spoil: (store: LocalStore) => Partial<LocalStore> = () => ({})) {
  const mother = { ...good, ...broken }
  const clock = createManualClock()
  const count = { connections: 0, calls: 0 }
  let present: LiveEvents | null = null
  const methods: Transport = mother
  const counted = transportOver((name, request) => call(() => methods[name](request)))
  async function call<T>(run: () => Promise<T>): Promise<T> {
    if (++count.calls > 20_000) throw new Error('a tight loop')
    return run()
  }
  const live: LiveTransport = {
    ...counted,
    open(events) {
      count.connections++
      present = events
      queueMicrotask(() => present === events && mother.greet(events))
    },
    close() {
      present = null
    },
  }
  const real = openMemoryStore(SELF)
  const store = { ...real, ...spoil(real) }
  running = createDevice({
    ...{ deviceId: SELF, userId: 'u', name: 'd', store, storage: 'memory', live, http: counted, clock },
    ...{ random: createDice(), newId: newMessageId },
  })
  return {
    ...{ clock, store, count, events: () => present },
    async perMinute() {
      const before = { ...count }
      for (let second = 0; second < MINUTES * 60; second++) await clock.pass(1_000)
      const connections = (count.connections - before.connections) / MINUTES
      return { connections, calls: (count.calls - before.calls) / MINUTES }
    },
  }
}

describe('asks a server at most so often in a minute', () => {
  /**
   * Backing off to 30 s with full jitter is one try in 15 s. A try that reaches the pull restarts it at most this
   * often.
   */
  const ATTEMPTS = 6
  const RESTARTS = 6

  it.each<[string, Partial<Mother>, number]>([
    ['cannot be reached', { greet: (events) => events.closed('no route') }, ATTEMPTS],
    ['refuses the handshake', { greet: (events) => events.refused({ code: 'internal', message: '' }) }, ATTEMPTS],
    ['greets and hangs up', { greet: greetAndHangUp }, ATTEMPTS],
    ['loses every pull', { greet: ahead, pull: lost }, ATTEMPTS],
    ['breaks at every pull', { greet: ahead, pull: () => refuse('internal') }, ATTEMPTS],
    ['calls every history another', { greet: ahead, pull: () => refuse('history_forked', { floor: 0 }) }, ATTEMPTS],
    ['finds every cursor too old', { greet: ahead, pull: () => refuse('cursor_expired', { floor: 0 }) }, ATTEMPTS],
    ['answers pulls that go nowhere', { greet: ahead, pull: () => Promise.resolve({ ...empty, head: 5 }) }, ATTEMPTS],
  ])('that %s', async (_what, broken, attempts) => {
    const device = start(broken)
    const { connections, calls } = await device.perMinute()
    expect(connections).toBeGreaterThan(0)
    expect(connections).toBeLessThanOrEqual(attempts)
    // The heartbeat pulls over HTTP, too.
    expect(calls).toBeLessThanOrEqual((attempts + 1) * RESTARTS)
  })

  it('that does not let a connection live for long', async () => {
    const device = start({})
    await settle()
    let dropped = 0
    for (let second = 0; second < MINUTES * 60; second++) {
      if (running?.connection().state === 'live') {
        dropped++
        device.events()?.closed('bye')
      }
      await device.clock.pass(1_000)
    }
    expect(dropped / MINUTES).toBeLessThanOrEqual(ATTEMPTS)
  })

  it.each<[string, Partial<Mother>]>([
    ['for now, each by itself', {}],
    ['as a whole', { send: () => refuse('internal') }],
    ['because its disk is full', { send: () => refuse('unavailable', { retryAfterMs: 5_000 }) }],
    ['because it is too much', { send: () => refuse('rate_limited', { retryAfterMs: 5_000 }) }],
    ['without a word', { send: lost }],
  ])('that refuses what is sent, %s, though ever more is composed', async (_what, broken) => {
    const device = start(broken)
    await settle()
    for (let n = 0; n < MINUTES * 60; n++) {
      await device.store.compose({ messageId: idOf(n), receiverDeviceId: 'all', content: 'x' }, n)
      running?.refresh('outbox')
      await device.clock.pass(1_000)
    }
    expect(device.count.calls / MINUTES).toBeGreaterThan(1)
    expect(device.count.calls / MINUTES).toBeLessThanOrEqual(12)
    expect((await device.store.outbox()).length).toBe(MINUTES * 60)
  })

  it('that takes every ack for one of another history, while pulls find nothing wrong', async () => {
    const device = start({
      greet: ahead,
      pull: ({ after = 0 }) => Promise.resolve({ ...empty, from: after, upTo: 5, head: 5, digest: 'd5' }),
      acknowledge: () => refuse('history_forked'),
    })
    const { calls } = await device.perMinute()
    expect(calls).toBeGreaterThan(0)
    expect(calls).toBeLessThanOrEqual(3)
  })

  it('that loses every ack', async () => {
    const device = start({
      greet: ahead,
      pull: ({ after = 0 }) => Promise.resolve({ ...empty, from: after, upTo: 5, head: 5, digest: 'd5' }),
      acknowledge: lost,
    })
    const { calls } = await device.perMinute()
    expect(calls).toBeGreaterThan(0)
    expect(calls).toBeLessThanOrEqual(3)
  })

  it('of which all pushes begin after the cursor: one pull and one ack for each', async () => {
    const device = start({})
    await settle()
    const before = device.count.calls
    for (let push = 0; push < 100; push++) {
      device.events()?.batch({ ...empty, from: 7, upTo: 8, head: 8, digest: 'd8' })
      await device.clock.pass(1_000)
    }
    expect(device.count.calls - before).toBeLessThanOrEqual(200)
  })

  it.each<[string, (store: LocalStore) => Partial<LocalStore>]>([
    ['apply', () => ({ apply: () => Promise.reject(new StorageError('quota')) })],
    ['be read', () => ({ position: () => Promise.reject(new StorageError('failed')) })],
    ['begin anew', () => ({ beginRebuild: () => Promise.reject(new StorageError('quota')) })],
    ['look for orphans to give back', () => ({ giveBack: () => Promise.reject(new StorageError('failed')) })],
    ['settle what was sent', () => ({ settle: () => Promise.reject(new StorageError('quota')) })],
  ])('when its own storage cannot %s', async (_what, spoil) => {
    const pull = () => Promise.resolve({ ...empty, upTo: 5, head: 5, digest: 'd5' })
    const device = start({ greet: ahead, pull }, spoil)
    await device.store.compose({ messageId: idOf(1), receiverDeviceId: 'all', content: 'x' }, 1)
    const { connections, calls } = await device.perMinute()
    expect(connections).toBeLessThanOrEqual(ATTEMPTS)
    expect(calls).toBeLessThanOrEqual((ATTEMPTS + 1) * RESTARTS)
  })
})

function greetAndHangUp(events: LiveEvents): void {
  good.greet(events)
  events.closed('bye')
}

function ahead(events: LiveEvents): void {
  events.hello({ ...hello, head: 5, digest: 'd5' })
}

function idOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}
