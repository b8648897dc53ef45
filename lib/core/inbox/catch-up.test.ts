import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openMemoryStore } from '../../memory/memory.ts'
import type { LocalStore } from '../../storage/local-store.ts'
import { type Home, openHome, type TestDevice } from '../../testing/home.ts'
import { type Transport, TransportError } from '../ports.ts'
import type { CatchUpProgress } from './catch-up.ts'
import { createLocalPuller } from './puller.ts'

let home: Home
let writer: TestDevice
let reader: TestDevice
let store: LocalStore
const clock = { now: 1_000 }

beforeEach(async () => {
  home = await openHome(clock)
  writer = await home.device('writer')
  reader = await home.device('reader')
  store = openMemoryStore(reader.caller.deviceId)
})
afterEach(() => home.close())

const signal = new AbortController().signal
const pull = (report: (it: CatchUpProgress) => void = () => {}, stop = signal) =>
  createLocalPuller(store, reader.transport).pull(stop, report)
const lastReceived = async () => (await home.mother.hello(reader.caller)).lastReceivedVersion
const write = (from: number, to: number) =>
  home.send(writer, ...Array.from({ length: to - from + 1 }, (_, i) => `message ${from + i}`))
const held = async () => (await store.history(0, 100_000)).map((it) => it.content)
const expected = async () => (await home.everythingFor(reader)).messages.map((it) => it.content)

describe('catching up', () => {
  it('brings everything in order, and only then acknowledges', async () => {
    for (let i = 0; i < 10; i++) await write(i * 450 + 1, i * 450 + 450)
    const seen: CatchUpProgress[] = []
    const level = await pull((it) => seen.push(it))
    expect(level.position.cursor).toBe(4500)
    expect(await held()).toEqual(await expected())
    expect(seen.map((it) => it.cursor)).toEqual([2000, 4000, 4500])
    expect(await lastReceived()).toBe(4500)
  })

  it('acknowledges a long way in stretches, and its end', async () => {
    const ends = Array.from({ length: 13 }, (_, i) => (i + 1) * 10)
    const acks: number[] = []
    const long: Pick<Transport, 'pull' | 'acknowledge'> = {
      pull: async ({ after = 0 }) => ({
        from: after,
        upTo: after + 10,
        messages: [],
        digest: 'd',
        head: 130,
        floor: 0,
      }),
      acknowledge: async ({ version }) => ({ lastReceivedVersion: acks.push(version) }),
    }
    const seen: number[] = []
    await createLocalPuller(store, long).pull(signal, ({ cursor }) => seen.push(cursor))
    expect(seen).toEqual(ends)
    expect(acks).toEqual([100, 130])
  })

  it('goes on where it was cut, wherever that was', async () => {
    for (let i = 0; i < 10; i++) await write(i * 450 + 1, i * 450 + 450)
    for (const failing of [1, 2, 3]) {
      for (const kind of ['before', 'after'] as const) {
        let count = 0
        reader.setFault((call) => (call === 'pull' && ++count === failing ? kind : 'none'))
        await pull().catch((error) => expect(error).toBeInstanceOf(TransportError))
        expect(await lastReceived()).toBeLessThanOrEqual((await store.position()).cursor)
      }
    }
    reader.setFault(() => 'none')
    await pull()
    expect(await held()).toEqual(await expected())
  })

  it('is no worse off when every ack is lost: the next contact tells', async () => {
    await write(1, 3)
    reader.setFault((call) => (call === 'acknowledge' ? 'before' : 'none'))
    await pull()
    expect([(await store.position()).cursor, await lastReceived()]).toEqual([3, 0])
    reader.setFault(() => 'none')
    await write(4, 4)
    await pull()
    expect(await lastReceived()).toBe(4)
  })

  it('stops between two batches when it is told to', async () => {
    for (let i = 0; i < 10; i++) await write(i * 450 + 1, i * 450 + 450)
    const stop = new AbortController()
    await expect(pull(() => stop.abort(), stop.signal)).rejects.toThrow('aborted')
    expect((await store.position()).cursor).toBe(2000)
  })

  it('goes on from the floor when it comes back after retention, and knows that something is gone', async () => {
    await write(1, 5)
    await pull()
    await write(6, 10)
    clock.now += 1000
    await home.store.expire({ before: clock.now })
    await write(11, 12)
    await pull()
    expect(await held()).toEqual([1, 2, 3, 4, 5, 11, 12].map((n) => `message ${n}`))
    expect(await store.goneUpTo()).toBe(10)
    expect(await lastReceived()).toBe(12)
  })

  it('takes over the history of a server that went back in time, and keeps what only it holds', async () => {
    await write(1, 3)
    const backup = home.backup()
    await write(4, 6)
    await pull()
    await home.restore(backup)
    await write(7, 8)
    await pull()
    expect(await held()).toEqual([1, 2, 3, 7, 8].map((n) => `message ${n}`))
    const shown = (await store.latest(100)).filter((it) => it.onlyHere)
    expect(shown.map((it) => it.message.content)).toEqual([4, 5, 6].map((n) => `message ${n}`))
  })

  it('notices another history although its head has overtaken the cursor', async () => {
    const backup = home.backup()
    await write(1, 3)
    await pull()
    await home.restore(backup)
    await home.send(writer, 'other 1', 'other 2', 'other 3', 'other 4')
    await pull()
    expect(await held()).toEqual(['other 1', 'other 2', 'other 3', 'other 4'])
  })

  it('finishes taking over another history after being cut in the middle of it', async () => {
    const backup = home.backup()
    for (let i = 0; i < 10; i++) await write(i * 450 + 1, i * 450 + 450)
    await pull()
    await home.restore(backup)
    for (let i = 0; i < 10; i++)
      await home.send(writer, ...Array.from({ length: 450 }, (_, n) => `other ${i * 450 + n}`))
    let count = 0
    reader.setFault((call) => (call === 'pull' && ++count === 3 ? 'before' : 'none'))
    await expect(pull()).rejects.toBeInstanceOf(TransportError)
    expect((await held())[0]).toBe('message 1')
    expect((await store.rebuilding())?.cursor).toBe(2000)
    reader.setFault(() => 'none')
    await pull()
    expect(await held()).toEqual(await expected())
    expect(await store.rebuilding()).toBeNull()
  })

  it('begins anew when the history is replaced once more while it takes one over', async () => {
    const backup = home.backup()
    await write(1, 3)
    await pull()
    await home.restore(backup)
    for (let i = 0; i < 6; i++) await home.send(writer, ...Array.from({ length: 450 }, () => 'second'))
    let count = 0
    reader.setFault((call) => (call === 'pull' && ++count === 3 ? 'before' : 'none'))
    await expect(pull()).rejects.toBeInstanceOf(TransportError)
    reader.setFault(() => 'none')
    await home.restore(backup)
    await home.send(writer, 'third')
    await pull()
    expect(await held()).toEqual(['third'])
  })

  it('gives up on a server that answers without ever moving on, instead of asking for ever', async () => {
    await write(1, 3)
    const stuck = {
      ...reader.transport,
      pull: async () => ({ ...(await home.everythingFor(reader)), upTo: 0, messages: [] }),
    }
    await expect(createLocalPuller(store, stuck).pull(signal, () => {})).rejects.toMatchObject({ code: 'internal' })
  })
})
