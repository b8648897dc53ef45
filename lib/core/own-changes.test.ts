import { afterEach, beforeEach, expect, it } from 'vitest'
import { openMemoryStore } from '../memory/memory.ts'
import { type LiveDevice, openLiveDevice } from '../testing/live-device.ts'
import { settle } from '../testing/manual-clock.ts'
import { newMessageId } from './new-message-id.ts'
import { syncOnce } from './sync-once.ts'
import type { Entry } from './timeline/entry.ts'

let live: LiveDevice
let { home, account, clock, store, device, online, feed } = {} as LiveDevice

beforeEach(async () => {
  live = await openLiveDevice()
  ;({ home, account, clock, store, device, online, feed } = live)
})
afterEach(() => live.close())

const entry = (index: number) => device.getState().timeline.entries[index] as Entry
const shown = () => device.getState().timeline.entries.map((it) => (it.deleted ? '(deleted)' : it.content))
const onServer = async () => (await home.everythingFor(account)).messages.map((it) => `${it.kind} ${it.content}`.trim())

it('shows an edit and a delete at once without a network, and sends them with it', async () => {
  await online(false)
  await device.edit(entry(0), 'better')
  await device.deletePosts([entry(1)])
  await settle()
  expect(shown()).toEqual(['better', '(deleted)'])
  expect([entry(0).change, entry(1).change]).toMatchObject([
    { kind: 'edit', state: 'waiting', content: 'better' },
    { kind: 'delete', state: 'waiting', undoUntil: clock.now() + 10_000 },
  ])
  await clock.pass(20_000)
  expect(await onServer()).toEqual(['post a', 'post b'])
  await online(true)
  await feed()
  expect(await onServer()).toEqual(['post a', 'post', 'edit better', 'delete'])
  expect([shown(), device.getState().outbox, entry(0).change]).toEqual([['better', '(deleted)'], [], undefined])
})

it('sends a delete ten seconds later, and nothing else waits for it', async () => {
  await device.deletePosts([entry(0)])
  await device.compose({ receiverDeviceId: 'all', content: 'c' })
  await clock.pass(9_000)
  expect(await onServer()).toEqual(['post a', 'post b', 'post c'])
  await clock.pass(1_000)
  expect(await onServer()).toEqual(['post', 'post b', 'post c', 'delete'])
})

it('takes a delete back while it is held, and says so when it is too late', async () => {
  const deletion = await device.deletePosts([entry(0)])
  await settle()
  expect(shown()).toEqual(['(deleted)', 'b'])
  expect(await device.undoDelete(deletion)).toBe(true)
  await clock.pass(60_000)
  expect([shown(), await onServer()]).toEqual([
    ['a', 'b'],
    ['post a', 'post b'],
  ])
  const late = await device.deletePosts([entry(0)])
  await clock.pass(10_000)
  expect(await device.undoDelete(late)).toBe(false)
})

it('shows a refused edit beside the text that everybody has, until it is dropped', async () => {
  await online(false)
  await device.edit({ ...entry(0), id: newMessageId() }, 'to nothing')
  await device.edit(entry(0), 'better')
  const [unknown, refused] = (await device.unsent()).map((it) => it.request.messageId)
  const { refuse } = { refuse: { code: 'not_found', message: 'no' } as const }
  await store.settle([refused ?? '', unknown ?? ''].map((messageId) => ({ messageId, ok: false, error: refuse })))
  device.refresh('outbox')
  await settle()
  expect(shown()).toEqual(['a', 'b'])
  expect(entry(0).change).toMatchObject({ kind: 'edit', state: 'failed', content: 'better', error: refuse })
  await device.discard(entry(0).change?.id ?? '')
  await settle()
  expect(entry(0).change).toBeUndefined()
})

it('a post that was edited on its way arrives once, and in its last words', async () => {
  await online(false)
  await device.compose({ receiverDeviceId: 'all', content: 'first' })
  await settle()
  await device.edit(device.getState().outbox[0] as Entry, 'second')
  account.setFault((call) => (call === 'send' ? 'after' : 'none'))
  device.setConditions({ network: true })
  await settle()
  await device.edit(device.getState().outbox[0] as Entry, 'third')
  await settle()
  expect(device.getState().outbox[0]).toMatchObject({ content: 'third', edited: true })
  account.setFault(() => 'none')
  await clock.pass(120_000)
  expect((await onServer()).slice(2)).toEqual(['post second', 'edit third'])
  expect(shown()).toEqual(['a', 'b', 'third'])
})

it('the last of two edits is shown, and both texts can be found', async () => {
  const other = await home.device('desk')
  await online(false)
  await device.edit(entry(0), 'from the shed')
  const target = { receiverDeviceId: 'all', kind: 'edit' as const, targetId: entry(0).id }
  await other.transport.send({ messages: [{ ...target, messageId: newMessageId(), content: 'from the desk' }] })
  await online(true)
  await feed()
  expect(shown()).toEqual(['from the shed', 'b'])
  expect((await device.texts(1)).map((it) => it.content)).toEqual(['a', 'from the desk', 'from the shed'])
  expect(await device.versionOf(entry(1).id)).toBe(2)
})

it('an edit does not bring back what another device has deleted', async () => {
  await online(false)
  await device.edit(entry(0), 'better')
  const gone = { messageId: newMessageId(), receiverDeviceId: 'all', kind: 'delete' as const, content: '' }
  await account.transport.send({ messages: [{ ...gone, targetId: entry(0).id }] })
  await online(true)
  await feed()
  expect([shown(), device.getState().outbox]).toEqual([['(deleted)', 'b'], []])
})

it('a device that comes back for a moment stays until it has sent what is held', async () => {
  await device.deletePosts([entry(0)])
  device.close()
  const again = openMemoryStore(account.caller.deviceId)
  await again.remove(
    [{ messageId: newMessageId(), receiverDeviceId: 'all', kind: 'delete', targetId: entry(1).id, content: '' }],
    clock.now(),
    clock.now() + 10_000,
  )
  const done = syncOnce({ store: again, http: account.transport, clock, signal: new AbortController().signal })
  await clock.pass(9_999)
  expect(await onServer()).toEqual(['post a', 'post b'])
  await clock.pass(1)
  await done
  expect(await onServer()).toEqual(['post a', 'post', 'delete'])
})
