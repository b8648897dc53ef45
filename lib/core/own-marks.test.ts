import { afterEach, beforeEach, expect, it } from 'vitest'
import { MARK_CONTENT_TYPE } from '../protocol/mark.ts'
import { type LiveDevice, openLiveDevice } from '../testing/live-device.ts'
import { settle } from '../testing/manual-clock.ts'
import { newMessageId } from './new-message-id.ts'
import type { Entry } from './timeline/entry.ts'

let live: LiveDevice
let { home, account, clock, store, device, online, feed } = {} as LiveDevice

beforeEach(async () => {
  live = await openLiveDevice()
  ;({ home, account, clock, store, device, online, feed } = live)
})
afterEach(() => live.close())

const entry = (index: number) => device.getState().timeline.entries[index] as Entry
const pins = () => device.getState().pins.map((it) => it.content)
const marks = async () =>
  (await home.everythingFor(account)).messages.filter((it) => it.kind === 'mark').map((it) => it.content)

it('shows a mark at once without a network, sends what taps in a row amount to, and keeps it', async () => {
  await online(false)
  for (const pinned of [true, null, true]) await device.mark(entry(0), { pinned })
  await device.mark(entry(0), { done: true })
  await device.mark(entry(1), { pinned: true })
  await settle()
  expect([entry(0), entry(1)]).toMatchObject([{ pinned: true, done: true }, { pinned: true }])
  expect([pins(), entry(0).change]).toEqual([['b', 'a'], undefined])
  await online(true)
  expect(await marks()).toEqual(['{"pinned":true,"done":true}', '{"pinned":true}'])
  await feed()
  expect([pins(), device.getState().outbox]).toEqual([['b', 'a'], []])
  await device.mark(entry(1), { pinned: null })
  await settle()
  expect([pins(), entry(1).pinned]).toEqual([['a'], undefined])
})

it('a mark that is on its way is left alone, and the next one follows it', async () => {
  account.setFault((call) => (call === 'send' ? 'after' : 'none'))
  await device.mark(entry(0), { pinned: true })
  await settle()
  await device.mark(entry(0), { pinned: null })
  account.setFault(() => 'none')
  await clock.pass(60_000)
  expect([await marks(), pins()]).toEqual([['{"pinned":true}', '{"pinned":null}'], []])
})

it('undoes what the server refuses for good, and leaves nothing in the outbox', async () => {
  await online(false)
  await device.mark(entry(0), { pinned: true })
  await device.mark(entry(1), { done: true })
  await settle()
  const [first] = await device.unsent()
  const error = { code: 'not_found', message: 'no' } as const
  await store.settle([{ messageId: first?.request.messageId ?? '', ok: false, error }])
  device.refresh('outbox')
  await settle()
  expect([pins(), entry(0).pinned, entry(1).done]).toEqual([[], undefined, true])
  expect(await device.unsent()).toHaveLength(1)
})

it('marks a post that waits itself, and what waits goes out in order', async () => {
  await online(false)
  await device.compose({ receiverDeviceId: 'all', content: 'c' })
  await settle()
  await device.mark(device.getState().outbox[0] as Entry, { pinned: true })
  await settle()
  expect([pins(), device.getState().outbox[0]?.pinned]).toEqual([['c'], true])
  await online(true)
  await feed()
  expect([pins(), entry(2)]).toMatchObject([['c'], { content: 'c', pinned: true }])
})

it('a delete takes the pin away at once, and its undo brings it back', async () => {
  await device.mark(entry(0), { pinned: true, done: true })
  await clock.pass(1_000)
  await feed()
  const deletion = await device.deletePosts([entry(0)])
  await settle()
  expect([pins(), entry(0).pinned, entry(0).done]).toEqual([[], undefined, undefined])
  await device.undoDelete(deletion)
  await settle()
  expect([pins(), entry(0).done]).toEqual([['a'], true])
})

it('shows the marks of other devices, and keeps the list while none of it changes', async () => {
  const desk = await home.device('desk')
  const [first] = (await home.everythingFor(desk)).messages
  const about = { receiverDeviceId: 'all', kind: 'mark', targetId: first?.messageId, contentType: MARK_CONTENT_TYPE }
  await home.mother.send(desk.caller, {
    messages: [{ messageId: newMessageId(), ...about, content: '{"pinned":true}' }],
  })
  await feed()
  expect(pins()).toEqual(['a'])
  const before = device.getState().pins
  await home.send(desk, 'more')
  await feed()
  expect([device.getState().timeline.entries.length, device.getState().pins === before]).toEqual([3, true])
})

it('refuses a mark that the server would refuse', async () => {
  await expect(device.mark(entry(0), {})).rejects.toMatchObject({ code: 'invalid_request' })
  await expect(device.mark(entry(0), { note: 'x'.repeat(101) })).rejects.toMatchObject({ code: 'invalid_request' })
})
