import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openMemoryStore } from '../memory/memory.ts'
import { type Home, openHome, type TestDevice } from '../testing/home.ts'
import { createLiveWire, type LiveWire } from '../testing/live-wire.ts'
import { createManualClock, type ManualClock, settle } from '../testing/manual-clock.ts'
import { createDevice, type Device, type DeviceDeps } from './device.ts'
import { newMessageId } from './new-message-id.ts'
import { StorageError } from './ports.ts'

let home: Home
let account: TestDevice
let clock: ManualClock
let wire: LiveWire
let device: Device

beforeEach(async () => {
  home = await openHome()
  account = await home.device('shed')
  clock = createManualClock()
  wire = createLiveWire(home, account)
})
afterEach(async () => {
  device.close()
  await home.close()
})

async function start(more: Partial<DeviceDeps> = {}): Promise<Device> {
  const { deviceId, userId } = account.caller
  device = createDevice({
    ...{ deviceId, userId, name: 'shed', clock, newId: newMessageId, random: () => 1 },
    ...{ store: openMemoryStore(deviceId), storage: 'memory', live: wire.transport, http: account.transport },
    ...more,
  })
  await device.ready
  await settle()
  return device
}

const texts = () => device.getState().timeline.entries.map((it) => it.content)
const connection = () => device.getState().connection.state

describe('a device', () => {
  it('shows what its store holds, catches up and is live', async () => {
    await home.send(account, 'a', 'b')
    await start()
    await clock.pass(1_000)
    expect([connection(), texts(), device.getState().cursor, device.getState().head]).toEqual([
      ...['live', ['a', 'b']],
      ...[2, 2],
    ])
  })

  it('connects by nothing until its conditions allow it', async () => {
    await start({ conditions: { holder: true, switchedOn: false, network: true } })
    expect([connection(), wire.opened]).toEqual(['switchedOff', 0])
    device.setConditions({ switchedOn: true })
    await settle()
    expect(connection()).toBe('live')
  })

  it('keeps what is composed until the server has it, and shows it all the time', async () => {
    await start({ conditions: { holder: true, switchedOn: true, network: false } })
    await device.compose({ receiverDeviceId: 'all', content: 'a' })
    await settle()
    expect(device.getState().outbox.map((it) => it.status.state)).toEqual(['waiting'])
    device.setConditions({ network: true })
    await settle()
    expect(device.getState().outbox.map((it) => it.status.state)).toEqual(['sent'])
    wire.push(await account.transport.pull({ after: 0 }))
    await clock.pass(1_000)
    expect([texts(), device.getState().outbox]).toEqual([['a'], []])
  })

  it('wakes only those whose selection has changed', async () => {
    await start()
    await clock.pass(1_000)
    const devices = vi.fn<() => void>()
    const outbox = vi.fn<() => void>()
    const cursor = vi.fn<(cursor: number) => void>()
    const anything = vi.fn<() => void>()
    device.subscribe((it) => it.devices, devices)
    device.subscribe((it) => it.outbox, outbox)
    const stop = device.subscribe((it) => it.cursor, cursor)
    device.subscribe(anything)
    await home.send(account, 'a')
    wire.push(await account.transport.pull({ after: 0 }))
    await clock.pass(1_000)
    expect([devices.mock.calls.length, outbox.mock.calls.length, cursor.mock.calls]).toEqual([0, 0, [[1]]])
    expect(anything).toHaveBeenCalled()
    stop()
    await home.send(account, 'b')
    wire.push(await account.transport.pull({ after: 1 }))
    await clock.pass(1_000)
    expect([device.getState().cursor, cursor.mock.calls.length]).toEqual([2, 1])
  })

  it('keeps nothing once the server has removed it', async () => {
    await home.send(account, 'a')
    const revoked = vi.fn<() => void>()
    const store = openMemoryStore(account.caller.deviceId)
    const wipe = vi.spyOn(store, 'wipe')
    await start({ store, revoked })
    await clock.pass(1_000)
    expect(texts()).toEqual(['a'])
    wire.events().revoked()
    await clock.pass(1_000)
    expect([wipe.mock.calls.length, revoked.mock.calls.length, connection(), texts()]).toEqual([1, 1, 'revoked', []])
  })

  it('goes on with another store when its own was taken away, and fills it', async () => {
    await home.send(account, 'a')
    await start()
    const { opened } = wire
    await device.reopen(async () => ({ store: openMemoryStore(account.caller.deviceId), storage: 'memory' }))
    await clock.pass(1_000)
    expect([wire.opened - opened, connection(), texts()]).toEqual([1, 'live', ['a']])
    await clock.pass(30_000)
    await device.reopen(() => Promise.reject(new StorageError('blocked')))
    expect(device.getState().storage.state).toBe('broken')
  })

  it('opens a lost store again and again, waiting longer each time, and at once when a person asks', async () => {
    await start()
    let opens = 0
    const fails = () => {
      opens++
      return Promise.reject(new StorageError('closed'))
    }
    await device.reopen(fails)
    expect([opens, device.getState().storage]).toEqual([1, { state: 'broken', reason: 'closed' }])
    await clock.pass(10 * 60_000)
    expect(opens).toBeGreaterThan(15)
    expect(opens).toBeLessThan(40)
    const before = opens
    await device.checkNow()
    expect(opens).toBe(before + 1)
    await home.send(account, 'a')
    void device.reopen(async () => ({ store: openMemoryStore(account.caller.deviceId), storage: 'durable' }))
    await clock.pass(31_000)
    expect([connection(), texts(), device.getState().storage.state]).toEqual(['live', ['a'], 'durable'])
  })

  it('does not open a store in a tight loop that is lost again as soon as it is used', async () => {
    await start()
    let opens = 0
    const { deviceId } = account.caller
    const open = async () => {
      opens++
      const store = openMemoryStore(deviceId)
      const position = () => {
        void device.reopen(open)
        return Promise.reject(new StorageError('closed'))
      }
      return { store: { ...store, position }, storage: 'durable' as const }
    }
    await device.reopen(open)
    await clock.pass(10 * 60_000)
    expect(opens).toBeGreaterThan(15)
    expect(opens).toBeLessThan(40)
  })

  it('takes what is written while the store is being lost, once, and sends it', async () => {
    const { deviceId } = account.caller
    const store = openMemoryStore(deviceId)
    const next = openMemoryStore(deviceId)
    let lost = false
    await start({
      store: {
        ...store,
        compose: () => {
          lost = true
          void device.reopen(async () => ({ store: next, storage: 'durable' }))
          return Promise.reject(new StorageError('closed'))
        },
      },
    })
    await device.compose({ receiverDeviceId: 'all', content: 'typed in that moment' })
    await clock.pass(1_000)
    const { messages } = await home.everythingFor(account)
    expect([lost, messages.map((it) => it.content)]).toEqual([true, ['typed in that moment']])
  })

  it('that is no holder tells what its holder says, and what ends it', async () => {
    await start({ conditions: { holder: false, switchedOn: true, network: true } })
    device.follow({ state: 'live' }, 7)
    expect(device.getState()).toMatchObject({ connection: { state: 'following', shared: { state: 'live' } }, head: 7 })
    device.follow({ state: 'signedOut' }, 7)
    expect([connection(), wire.opened]).toEqual(['signedOut', 0])
  })

  it('tells of its own changes, so that another tab can read them', async () => {
    const changed: string[] = []
    await start({ changed: (what) => changed.push(what) })
    await device.compose({ receiverDeviceId: 'all', content: 'a' })
    expect(changed).toContain('outbox')
    expect(changed).toContain('connection')
    await expect(device.compose({ receiverDeviceId: 'all', content: 'x'.repeat(70_000) })).rejects.toMatchObject({
      code: 'payload_too_large',
    })
  })
})
