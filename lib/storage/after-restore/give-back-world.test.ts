import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createDevice } from '../../core/device.ts'
import { createLocalPuller } from '../../core/inbox/puller.ts'
import { newMessageId } from '../../core/new-message-id.ts'
import { flush } from '../../core/outbox/flusher.ts'
import { syncOnce } from '../../core/sync-once.ts'
import { createMemoryDatabase, openMemoryStore } from '../../memory/memory.ts'
import { limits } from '../../protocol/limits.ts'
import type { SendRequest } from '../../protocol/send.ts'
import { type Home, openHome, post, type TestDevice } from '../../testing/home.ts'
import { createLiveWire } from '../../testing/live-wire.ts'
import { createManualClock, settle } from '../../testing/manual-clock.ts'
import type { LocalStore } from '../local-store.ts'
import { takeOver } from './take-over.ts'

const signal = new AbortController().signal
const { heartbeatMs } = limits

interface Away extends TestDevice {
  name: string
  store: LocalStore
  /** In step once, at `now`, as the worker does it; and pulls what it has sent. */
  comeBack(now?: number): Promise<void>
  write(content: string, to?: string): Promise<void>
  /** The texts in its timeline; those that only it holds in parentheses. */
  sees(): Promise<string[]>
}

async function setUp(...names: string[]) {
  const home = await openHome()
  onTestFinished(() => home.close())
  const devices: Away[] = []
  for (const name of names) devices.push(await surviving(home, name))
  return { home, devices: devices as [Away, Away, Away] }
}

async function surviving(home: Home, name: string): Promise<Away> {
  const device = await home.device(name)
  const store = openMemoryStore(device.caller.deviceId, createMemoryDatabase())
  const puller = createLocalPuller(store, device.transport)
  return {
    ...device,
    name,
    store,
    async comeBack(now = 0) {
      await store.saveDevices((await home.mother.listDevices(device.caller.userId)).devices)
      await syncOnce({ store, http: device.transport, clock: { now: () => now, after: () => () => {} }, signal })
      await puller.pull(signal, () => {})
    },
    async write(content, to) {
      await store.compose(post(content, to), 0)
      await flush({ store, send: device.transport.send, now: () => 0, signal, settled: () => {} })
    },
    sees: async () =>
      (await store.latest(1_000)).map((it) => (it.onlyHere ? `(${it.message.content})` : it.message.content)),
  }
}

const onMother = async (home: Home, { caller }: TestDevice) =>
  (await home.everythingFor({ caller } as TestDevice)).messages

describe('after a server has gone back in time', () => {
  it('each device gives back what it has sent, in order, and stays its sender', async () => {
    const { home, devices } = await setUp('desk', 'phone')
    const [desk, phone] = devices
    await desk.write('in the backup')
    const backup = home.backup()
    for (const [device, text] of [
      [desk, 'd1'],
      [phone, 'p1'],
      [desk, 'd2'],
      [phone, 'p2'],
    ] as const)
      await device.write(text)
    for (const it of [desk, phone]) await it.comeBack()
    await home.restore(backup)
    await phone.comeBack()
    expect(await phone.sees()).toEqual(['in the backup', '(d1)', '(d2)', 'p1', 'p2'])
    await desk.comeBack()
    await phone.comeBack()
    for (const it of [desk, phone]) expect(await it.sees()).toEqual(['in the backup', 'p1', 'p2', 'd1', 'd2'])
    expect((await onMother(home, desk)).map((it) => it.senderDeviceId === desk.caller.deviceId)).toEqual([
      ...[true, false, false, true, true],
    ])
  })

  it('a device gives back what the gone have sent, together with its own, as it was; and what others sent after a while', async () => {
    const { home, devices } = await setUp('desk', 'away')
    const [desk, away] = devices
    const backup = home.backup()
    const lost = await surviving(home, 'made after the backup')
    for (const [device, text] of [
      [desk, '1'],
      [lost, '2'],
      [away, '3'],
      [desk, '4'],
      [lost, '5'],
    ] as const)
      await device.write(text)
    await desk.comeBack()
    await home.restore(backup)
    await desk.comeBack(1_000)
    expect(await desk.sees()).toEqual(['(3)', '1', '2', '4', '5'])
    await desk.comeBack(999 + heartbeatMs)
    expect(await desk.sees()).toEqual(['(3)', '1', '2', '4', '5'])
    await desk.comeBack(1_000 + heartbeatMs)
    expect(await desk.sees()).toEqual(['1', '2', '4', '5', '3'])
    expect((await onMother(home, desk)).every((it) => it.senderDeviceId === desk.caller.deviceId)).toBe(true)
    // The one that was waited for comes too late, and that is no failure.
    await away.comeBack()
    expect(await away.sees()).toEqual(['1', '2', '4', '5', '3'])
    expect(await away.store.outbox()).toEqual([])
  })

  it('what is given back goes before what was written since, and what was on its way', async () => {
    const { home, devices } = await setUp('desk', 'phone')
    const [desk] = devices
    const backup = home.backup()
    await desk.write('came back')
    await desk.comeBack()
    await desk.write('acknowledged only')
    await home.restore(backup)
    await desk.store.compose(post('written since'), 0)
    await desk.comeBack()
    expect(await desk.sees()).toEqual(['came back', 'acknowledged only', 'written since'])
  })

  it('a device that was made after the backup goes on as another, and gives back what it held', async () => {
    const { home, devices } = await setUp('desk', 'other')
    const [desk, other] = devices
    const backup = home.backup()
    const made = await surviving(home, 'made after the backup')
    await desk.write('1')
    for (const text of ['2', '3']) await made.write(text)
    await made.comeBack()
    await made.write('acknowledged only')
    await made.store.compose(post('4'), 0)
    await made.store.compose(post('too long'), 0)
    const refusal = { code: 'payload_too_large', message: 'too long' } as const
    const [, , failing] = await made.store.outbox()
    await made.store.settle([{ messageId: failing?.request.messageId ?? '', ok: false, error: refusal }])
    await home.restore(backup)
    await other.comeBack()
    await other.write('of the new history')
    await expect(made.comeBack()).rejects.toMatchObject({ code: 'unauthenticated' })

    const next = await surviving(home, 'goes on')
    await takeOver(made.caller.deviceId, made.store, next.store)
    expect(await next.sees()).toEqual(['1', '2', '3'])
    await next.comeBack()
    expect(await next.sees()).toEqual(['(1)', 'of the new history', '2', '3', 'acknowledged only', '4'])
    expect((await next.store.outbox()).map((it) => [it.request.content, it.state])).toEqual([['too long', 'failed']])
    await next.comeBack(heartbeatMs)
    expect((await onMother(home, next)).map((it) => it.content)).toEqual([
      ...['of the new history', '2', '3', 'acknowledged only', '4', '1'],
    ])
    // The same device once more: its orphans go along.
    await home.restore(backup)
    await expect(next.comeBack()).rejects.toMatchObject({ code: 'unauthenticated' })
    const third = await surviving(home, 'goes on again')
    await takeOver(next.caller.deviceId, next.store, third.store)
    for (const now of [0, heartbeatMs]) await third.comeBack(now)
    // Only the other one's had to wait.
    expect((await onMother(home, third)).map((it) => it.content)).toEqual([
      ...['2', '3', 'acknowledged only', '4', '1', 'of the new history'],
    ])
  })

  it('a message to a device that is gone stays, marked, and is asked for once', async () => {
    const { home, devices } = await setUp('desk', 'phone')
    const [desk] = devices
    const backup = home.backup()
    const lost = await surviving(home, 'made after the backup')
    await desk.write('for you alone', lost.caller.deviceId)
    await desk.comeBack()
    await home.restore(backup)
    await desk.comeBack()
    expect((await desk.store.latest(9)).map((it) => [it.message.content, it.onlyHere, it.stays])).toEqual([
      ['for you alone', true, 'unknown_receiver'],
    ])
    const { send } = desk.calls
    for (let n = 0; n < 5; n++) await desk.comeBack(n * heartbeatMs)
    expect(desk.calls.send).toBe(send)
  })

  it('edits and deletes come back, too', async () => {
    const { home, devices } = await setUp('desk', 'phone')
    const [desk, phone] = devices
    const [inBackup, lost, gone] = [post('in the backup'), post('after it'), post('deleted')]
    const change = (kind: 'edit' | 'delete', { messageId: targetId }: SendRequest, content = '') => ({
      ...post(content),
      kind,
      targetId,
    })
    const from = (device: Away, ...messages: SendRequest[]) => home.mother.send(device.caller, { messages })
    await from(desk, inBackup, gone)
    const backup = home.backup()
    await from(desk, lost)
    await phone.comeBack()
    await from(
      phone,
      change('edit', inBackup, 'edited by the phone'),
      change('edit', lost, 'edited, too'),
      change('delete', gone),
    )
    await desk.comeBack()
    await phone.comeBack()
    await home.restore(backup)
    await desk.comeBack()
    expect(await desk.sees()).toEqual(['in the backup', 'deleted', '(edited by the phone)', '()', 'edited, too'])
    await phone.comeBack()
    await desk.comeBack()
    for (const it of [desk, phone]) expect(await it.sees()).toEqual(['edited by the phone', '', 'edited, too'])
  })

  it.each([false, true])(
    'a device that missed an edit does not undo it (the other one back first: %s)',
    async (first) => {
      const { home, devices } = await setUp('desk', 'phone')
      const [desk, phone] = devices
      const backup = home.backup()
      await desk.write('first text')
      await desk.comeBack()
      await phone.comeBack()
      const [message] = await onMother(home, phone)
      const edit = { ...post('second text'), kind: 'edit' as const, targetId: message?.messageId ?? '' }
      await home.mother.send(phone.caller, { messages: [edit] })
      await phone.comeBack()
      await home.restore(backup)
      if (first) await phone.comeBack()
      await desk.comeBack()
      for (let n = 0; n < 2; n++) for (const it of [phone, desk]) await it.comeBack()
      for (const it of [desk, phone]) expect(await it.sees()).toEqual(['second text'])
    },
  )

  it('a connected device does all of this by itself, and soon asks for nothing any more', async () => {
    const { home, devices } = await setUp('desk', 'away')
    const [desk, away] = devices
    const backup = home.backup()
    for (const [device, text] of [
      [desk, '1'],
      [away, '2'],
      [desk, '3'],
    ] as const)
      await device.write(text)
    await desk.comeBack()
    await home.restore(backup)

    const clock = createManualClock()
    const wire = createLiveWire(home, desk)
    const device = createDevice({
      ...{ ...desk.caller, name: 'desk', store: desk.store, storage: 'memory', clock },
      ...{ live: wire.transport, http: desk.transport, random: () => 1, newId: newMessageId },
    })
    onTestFinished(device.close)
    await settle()
    wire.events().devices((await home.mother.listDevices(desk.caller.userId)).devices)
    await clock.pass(heartbeatMs - 1)
    expect((await onMother(home, desk)).map((it) => it.content)).toEqual(['1', '3'])
    await clock.pass(2)
    expect((await onMother(home, desk)).map((it) => it.content)).toEqual(['1', '3', '2'])
    await clock.pass(2 * heartbeatMs)
    expect(await desk.sees()).toEqual(['1', '3', '2'])
    const { send } = desk.calls
    await clock.pass(20 * heartbeatMs)
    expect(desk.calls.send).toBe(send)
  })
})

/** The steps before and after the restore. `who` picks a device; a message goes to all devices, or to one of them. */
const life = fc.array(
  fc.record({
    who: fc.nat(2),
    does: fc.constantFrom('write', 'write', 'direct', 'comeBack', 'edit', 'delete'),
    pick: fc.nat(9),
  }),
  { maxLength: 14 },
)

it('whatever surviving devices hold is on the server in the end, once, whatever gets lost on the way', async () => {
  await fc.assert(
    fc.asyncProperty(
      ...([life, life, life, fc.array(fc.constantFrom('none', 'before', 'after'), { maxLength: 40 })] as const),
      async (before, after, since, faults) => {
        const home = await openHome()
        try {
          const devices = [await surviving(home, 'a'), await surviving(home, 'b'), await surviving(home, 'c')]
          let written = 0
          const live = async (steps: typeof before, now = 0) => {
            for (const { who, does, pick } of steps) {
              const device = devices[who] as Away
              const posts = (await device.store.history(0, 1_000)).filter((it) => it.kind === 'post')
              const target = posts[pick % Math.max(1, posts.length)]
              if (does === 'comeBack') await device.comeBack(now).catch(() => {})
              else if (does === 'write' || does === 'direct' || !target) {
                const to = does === 'direct' ? devices[pick % 3]?.caller.deviceId : undefined
                await device.store.compose(post(`text ${++written}`, to), 0)
              } else {
                const { messageId: targetId, receiverDeviceId } = target
                const content = does === 'edit' ? `edit ${++written}` : ''
                await device.store.compose({ ...post(content, receiverDeviceId), kind: does as 'edit', targetId }, 0)
              }
            }
          }
          await live(before)
          const backup = home.backup()
          await live(after)
          const held = new Map<string, string>()
          const deleted = new Set<string>()
          for (const { store } of devices) {
            for (const it of await store.history(0, 1_000)) {
              if (it.kind === 'delete') deleted.add(it.targetId ?? '')
              if (it.kind === 'post') held.set(it.messageId, it.content)
            }
          }
          await home.restore(backup)
          let call = 0
          for (const it of devices) it.setFault(() => faults[call++] ?? 'none')
          await live(since)
          for (const it of devices) it.setFault(() => 'none')
          for (let round = 0; round < 4; round++) for (const it of devices) await it.comeBack(round * heartbeatMs)

          const seen = new Map<string, number>()
          for (const device of devices) {
            const { messages } = await home.everythingFor(device)
            for (const it of messages) seen.set(it.messageId, it.version)
            const ids = messages.map((it) => it.messageId)
            expect(new Set(ids).size).toBe(ids.length)
            expect(await device.store.history(0, 1_000)).toEqual(messages)
            expect((await device.store.outbox()).filter((it) => it.state === 'waiting')).toEqual([])
          }
          const missing = [...held.keys()].filter((id) => !seen.has(id) && !deleted.has(id))
          expect(missing.map((id) => held.get(id))).toEqual([])
          // Nothing is on its way any more.
          const calls = devices.map((it) => it.calls.send)
          for (const it of devices) await it.comeBack(9 * heartbeatMs)
          expect(devices.map((it) => it.calls.send)).toEqual(calls)
        } finally {
          await home.close()
        }
      },
    ),
    { numRuns: 25 },
  )
})
