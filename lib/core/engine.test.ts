import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMemoryStore } from '../memory/memory.ts'
import type { Batch } from '../protocol/batch.ts'
import type { LocalStore } from '../storage/local-store.ts'
import { type Home, openHome, post, type TestDevice } from '../testing/home.ts'
import { createLiveWire, type LiveWire } from '../testing/live-wire.ts'
import { createManualClock, type ManualClock, settle } from '../testing/manual-clock.ts'
import { createEngine, type Engine } from './engine.ts'
import { createLocalPuller, type Puller } from './inbox/puller.ts'
import { StorageError, TransportError } from './ports.ts'

let home: Home
let writer: TestDevice
let device: TestDevice
let store: LocalStore
let clock: ManualClock
let wire: LiveWire
let engine: Engine
let troubles: (StorageError | null)[]
let changes: string[]

const conditions = { holder: true, switchedOn: true, network: true }

function start(puller: Puller = createLocalPuller(store, device.transport)): void {
  engine = createEngine({
    store,
    live: wire.transport,
    puller,
    http: device.transport,
    httpPuller: createLocalPuller(store, device.transport),
    clock,
    random: () => 1,
    conditions: { ...conditions, holder: false },
    changed: (what) => changes.push(what),
    troubled: (error) => troubles.push(error),
  })
  engine.setConditions(conditions)
}

beforeEach(async () => {
  clock = createManualClock()
  home = await openHome()
  writer = await home.device('writer')
  device = await home.device('device')
  store = openMemoryStore(device.caller.deviceId)
  wire = createLiveWire(home, device)
  troubles = []
  changes = []
})
afterEach(async () => {
  engine.stop()
  await home.close()
})

const texts = async () => (await store.history(0, 10_000)).map((it) => it.content)
const lastReceived = async () => (await home.mother.hello(device.caller)).lastReceivedVersion
/** Versions `from` (exclusive) to `upTo`, as the server would send them live. */
const batch = (from: number, upTo: number): Promise<Batch> => device.transport.pull({ after: from, limit: upTo - from })

describe('the engine', () => {
  it('pulls on connecting what it missed, and is live then', async () => {
    await home.send(writer, 'a', 'b')
    start()
    await settle()
    expect(engine.connection().state).toBe('live')
    expect(await texts()).toEqual(['a', 'b'])
    expect(await lastReceived()).toBe(2)
  })

  it('does not pull when head and digest are its own, but acknowledges what the server does not know of', async () => {
    await home.send(writer, 'a')
    device.setFault((call) => (call === 'acknowledge' ? 'before' : 'none'))
    start()
    await settle()
    device.setFault(() => 'none')
    const { pull } = device.calls
    wire.cut()
    await clock.pass(60_000)
    expect([engine.connection().state, device.calls.pull, await lastReceived()]).toEqual(['live', pull, 1])
  })

  it('acknowledges anew on the heartbeat what got lost, when nothing else comes', async () => {
    start()
    await settle()
    device.setFault((call) => (call === 'acknowledge' ? 'before' : 'none'))
    await home.send(writer, 'a')
    wire.push(await batch(0, 1))
    await settle()
    device.setFault(() => 'none')
    expect([engine.connection().state, await lastReceived()]).toEqual(['live', 0])
    await clock.pass(60_000)
    expect([wire.opened, await lastReceived()]).toEqual([1, 1])
  })

  it('applies pushes, acknowledges them, and pulls when one begins after its cursor', async () => {
    start()
    await settle()
    await home.send(writer, 'a', 'b', 'c')
    wire.push(await batch(0, 1))
    await settle()
    expect(await texts()).toEqual(['a'])
    expect(await lastReceived()).toBe(1)
    wire.push(await batch(2, 3))
    await settle()
    expect(await texts()).toEqual(['a', 'b', 'c'])
    expect([engine.connection().state, await lastReceived()]).toEqual(['live', 3])
  })

  it('acknowledges the first of a stream of pushes at once, and of those behind it only the newest', async () => {
    start()
    await settle()
    await home.send(writer, 'a', 'b', 'c')
    let acks = 0
    device.setFault((call) => {
      if (call === 'acknowledge') acks++
      return 'none'
    })
    for (const upTo of [1, 2, 3]) {
      wire.push(await batch(upTo - 1, upTo))
      await settle()
    }
    expect([await texts(), acks, await lastReceived()]).toEqual([['a', 'b', 'c'], 1, 1])
    await clock.pass(200)
    expect([acks, await lastReceived()]).toEqual([2, 3])
  })

  it('is indifferent to pushes that are repeated, late or out of order', async () => {
    start()
    await settle()
    await home.send(writer, 'a', 'b', 'c')
    for (const [from, upTo] of [
      [1, 2],
      [0, 1],
      [0, 1],
      [1, 2],
      [0, 3],
      [2, 3],
    ] as const)
      wire.push(await batch(from, upTo))
    await settle()
    expect(await texts()).toEqual(['a', 'b', 'c'])
  })

  it('applies pushes that arrive before its first pull was answered only after it', async () => {
    await home.send(writer, 'a')
    const gate = Promise.withResolvers<void>()
    const local = createLocalPuller(store, device.transport)
    start({ pull: (signal, report) => gate.promise.then(() => local.pull(signal, report)) })
    await settle()
    await home.send(writer, 'b')
    wire.push({ ...(await batch(0, 2)), messages: [], digest: 'from-a-history-nobody-has-checked' })
    await settle()
    expect((await store.position()).cursor).toBe(0)
    gate.resolve()
    await settle()
    expect(await texts()).toEqual(['a', 'b'])
  })

  it('tells and draws a catch-up at its own pace, and whatever came when it is cut', async () => {
    let report: (cursor: number) => void = () => {}
    const cut = Promise.withResolvers<never>()
    await home.send(writer, 'so that there is something to pull')
    start({
      pull(_signal, tell) {
        report = (cursor) => tell({ cursor, head: 90_000, added: 2_000, rebuilding: false })
        return cut.promise
      },
    })
    await settle()
    const told = (run: () => void) => {
      changes = []
      run()
      return changes
    }
    expect(told(() => report(2_000))).toEqual(['connection'])
    expect(told(() => report(4_000))).toEqual([])
    await clock.pass(200)
    expect(told(() => report(6_000))).toEqual(['connection'])
    expect(engine.progress()).toMatchObject({ done: 6_000 })
    await clock.pass(1_000)
    expect(told(() => report(8_000))).toEqual(['connection', 'inbox'])
    report(10_000)
    changes = []
    cut.reject(new TransportError('no_answer'))
    await settle()
    expect(changes).toContain('inbox')
  })

  it('pulls when no batch came for a heartbeat', async () => {
    start()
    await settle()
    await home.send(writer, 'never pushed')
    await clock.pass(59_000)
    expect(await texts()).toEqual([])
    await clock.pass(1_000)
    expect(await texts()).toEqual(['never pushed'])
    expect(engine.connection().state).toBe('live')
  })

  it('sends what waits as soon as the server has recognised its history', async () => {
    await store.compose(post('written offline'), 0)
    start()
    await settle()
    expect((await home.everythingFor(writer)).messages.map((it) => it.content)).toEqual(['written offline'])
    await store.compose(post('written live'), 0)
    engine.outboxGrew()
    await settle()
    expect((await home.everythingFor(writer)).messages.map((it) => it.content)).toEqual([
      'written offline',
      'written live',
    ])
  })

  it('sends again first what a lost history held, and only then what waits', async () => {
    const backup = home.backup()
    start()
    await settle()
    // The answer arrives, but the server is restored before the message itself comes back.
    await store.compose(post('first'), 0)
    engine.outboxGrew()
    await settle()
    wire.cut()
    await store.compose(post('second'), 0)
    await home.restore(backup)
    await home.send(writer, 'of the new history')
    await clock.pass(60_000)
    expect((await home.everythingFor(writer)).messages.map((it) => it.content)).toEqual([
      'of the new history',
      'first',
      'second',
    ])
  })

  it.each([
    ['to where this device stands', 0, 0],
    ['behind it', 1, 0],
    ['and holds what it has not had', 0, 2],
  ])(
    'a mother that goes back under a live connection %s gets again what she had acknowledged',
    async (_to, behind, ahead) => {
      await home.send(writer, 'a', 'b')
      const before = home.backup()
      if (behind > 0) await home.send(writer, 'lost')
      start()
      await settle()
      if (ahead > 0) await home.send(writer, 'not', 'pushed')
      const backup = behind > 0 ? before : home.backup()
      // The server acknowledges them, but is restored before the messages themselves come back.
      for (const text of ['first', 'second', 'third']) await store.compose(post(text), 0)
      engine.outboxGrew()
      await settle()
      expect((await store.outbox()).map((it) => it.state)).toEqual(['sent', 'sent', 'sent'])
      await home.restore(backup)
      // The server sends nothing live, because its node takes the new versions for old ones.
      await clock.pass(4 * 60_000)
      expect(await store.outbox()).toEqual([])
      expect((await home.everythingFor(writer)).messages.map((it) => it.content)).toEqual(
        expect.arrayContaining(['first', 'second', 'third']),
      )
    },
  )

  it('comes back below the floor: goes on from there, knows what is gone, and sends its outbox', async () => {
    await home.send(writer, 'read')
    start()
    await settle()
    engine.setConditions({ switchedOn: false })
    for (const text of ['written away', 'and this']) await store.compose(post(text), 0)
    await home.send(writer, 'never read')
    await home.store.expire({ before: Number.MAX_SAFE_INTEGER })
    await home.send(writer, 'new')
    engine.setConditions({ switchedOn: true })
    await settle()
    expect([engine.connection().state, await store.goneUpTo(), await lastReceived()]).toEqual(['live', 2, 3])
    expect((await home.everythingFor(writer)).messages.map((it) => it.content)).toEqual([
      ...['new', 'written away', 'and this'],
    ])
    await clock.pass(60_000)
    expect(await texts()).toEqual(['read', 'new', 'written away', 'and this'])
    expect(await store.outbox()).toEqual([])
  })

  it('asks a server that is gone ever more rarely', async () => {
    wire.answer = 'closed'
    device.setFault(() => 'before')
    start()
    await clock.pass(60_000)
    const first = wire.opened
    expect(first).toBeLessThanOrEqual(9)
    await clock.pass(600_000)
    expect(wire.opened - first).toBeLessThanOrEqual(20)
    expect(device.calls.pull).toBeLessThanOrEqual(12)
  })

  it('does not hammer a server that accepts and then drops', async () => {
    start()
    await settle()
    for (let minute = 0; minute < 3; minute++) {
      const before = wire.opened
      for (let second = 0; second < 60; second++) {
        await clock.pass(1_000)
        if (wire.isOpen()) wire.cut()
      }
      expect(wire.opened - before).toBeLessThanOrEqual(9)
    }
  })

  it('waits as long as the server asks', async () => {
    wire.answer = 'refused'
    start()
    await settle()
    await clock.pass(4_999)
    expect(wire.opened).toBe(1)
    await clock.pass(501)
    expect(wire.opened).toBe(2)
  })

  it('delivers both ways over HTTP where no live connection can be had', async () => {
    wire.answer = 'closed'
    await home.send(writer, 'to me')
    await store.compose(post('from me'), 0)
    start()
    await settle()
    expect(engine.connection().state).toBe('waiting')
    expect((await home.everythingFor(writer)).messages.map((it) => it.content)).toEqual(['to me', 'from me'])
    expect(await texts()).toEqual(['to me'])
    await home.send(writer, 'later')
    await clock.pass(100_000)
    expect(await texts()).toEqual(['to me', 'from me', 'later'])
  })

  it('checks over HTTP when it is asked to, and sends at once, where no live connection can be had', async () => {
    wire.answer = 'closed'
    start()
    await settle()
    await store.compose(post('written meanwhile'), 0)
    engine.outboxGrew()
    await settle()
    expect((await home.everythingFor(writer)).messages.map((it) => it.content)).toEqual(['written meanwhile'])
    await home.send(writer, 'asked for')
    await engine.checkNow()
    expect(await texts()).toContain('asked for')
  })

  it('asks for nothing while it is switched off, offline, or another tab holds the device', async () => {
    start()
    await settle()
    for (const change of [{ switchedOn: false }, { network: false }, { holder: false }]) {
      engine.setConditions({ ...conditions, ...change })
      const before = [wire.opened, device.calls.pull, device.calls.send]
      await store.compose(post('waits'), 0)
      engine.outboxGrew()
      await clock.pass(300_000)
      expect(wire.isOpen()).toBe(false)
      expect([wire.opened, device.calls.pull, device.calls.send]).toEqual(before)
      engine.setConditions(conditions)
      await settle()
      expect(engine.connection().state).toBe('live')
    }
  })

  it('acknowledges nothing that its storage could not store, and says so', async () => {
    const full = new StorageError('quota')
    start()
    await settle()
    const { apply } = store
    store.apply = () => Promise.reject(full)
    await home.send(writer, 'a')
    wire.push(await batch(0, 1))
    await settle()
    expect([engine.connection().state, troubles.at(-1), await lastReceived()]).toEqual(['waiting', full, 0])
    store.apply = apply
    await clock.pass(60_000)
    expect([engine.connection().state, troubles.at(-1), await lastReceived()]).toEqual(['live', null, 1])
  })

  it('keeps the names of removed devices that the server lists, and knows none of a server of wire 1.0', async () => {
    start()
    await settle()
    const { devices } = await home.mother.listDevices(device.caller.userId)
    wire.events().devices(devices)
    await settle()
    expect((await store.deviceList()).former).toEqual([])
    await home.mother.revokeDevice(device.caller.userId, writer.caller.deviceId)
    const list = await home.mother.listDevices(device.caller.userId)
    wire.events().devices(list.devices, [], list.former)
    await settle()
    expect((await store.deviceList()).former).toMatchObject([{ deviceId: writer.caller.deviceId }])
  })

  it('stops for good when it is revoked', async () => {
    start()
    await settle()
    await home.mother.revokeDevice(device.caller.userId, device.caller.deviceId)
    wire.events().revoked()
    const { opened } = wire
    await clock.pass(300_000)
    expect([engine.connection().state, wire.opened, wire.isOpen()]).toEqual(['revoked', opened, false])
  })

  it('does not come back once stopped, when what was under way fails late', async () => {
    start()
    await settle()
    const { promise, reject } = Promise.withResolvers<never>()
    store.apply = () => promise
    await home.send(writer, 'a')
    wire.push(await batch(0, 1))
    await settle()
    engine.stop()
    const { opened } = wire
    reject(new StorageError('closed'))
    await clock.pass(300_000)
    expect([wire.opened, wire.isOpen()]).toEqual([opened, false])
    await engine.checkNow()
  })

  it('asks a connection that may have died asleep for an answer when it is nudged, and opens another', async () => {
    start()
    await settle()
    wire.dead = true
    await engine.checkNow()
    await clock.pass(7_000)
    expect([wire.opened, engine.connection().state]).toEqual([1, 'live'])
    await clock.pass(1_000)
    expect(engine.connection()).toMatchObject({ state: 'waiting', reason: 'no_answer' })
    await clock.pass(1_000)
    expect([wire.opened, engine.connection().state]).toEqual([2, 'live'])
  })

  it('keeps a connection that answers when it is nudged, and costs the mother no write', async () => {
    await home.send(writer, 'a')
    start()
    await settle()
    await engine.checkNow()
    await clock.pass(20_000)
    expect([wire.opened, engine.connection().state, await lastReceived()]).toEqual([1, 'live', 1])
  })

  it('tells whoever asked for a check when it has ended, level or not', async () => {
    start()
    await settle()
    await home.send(writer, 'a')
    await engine.checkNow()
    expect(await texts()).toEqual(['a'])
    device.setFault(() => 'before')
    await engine.checkNow()
    expect(engine.connection().state).toBe('waiting')
  })
})
