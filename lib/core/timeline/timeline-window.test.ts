import { expect, it } from 'vitest'
import { openMemoryStore } from '../../memory/memory.ts'
import type { Message } from '../../protocol/message.ts'
import { createTimelineView } from './timeline-window.ts'

const device = '00000000-0000-4000-8000-000000000001'

function message(version: number): Message {
  const messageId = `00000000-0000-4000-8000-${String(version).padStart(12, '0')}`
  const rest = { contentType: 'text/plain', content: `message ${version}`, timestamp: 0 }
  return { version, messageId, senderDeviceId: device, receiverDeviceId: 'all', kind: 'post', ...rest }
}

async function holding(count: number) {
  const store = openMemoryStore(device)
  let upTo = 0
  const grow = async (to: number) => {
    const messages = Array.from({ length: to - upTo }, (_, i) => message(upTo + 1 + i))
    await store.apply([{ from: upTo, upTo: to, messages, digest: 'd', head: to, floor: 0 }], 1)
    upTo = to
  }
  const { generation } = await store.position()
  expect(generation).toBe(1)
  await grow(count)
  const view = createTimelineView(store, () => {})
  const range = () => {
    const { entries, hasOlder, hasNewer } = view.window()
    return [entries[0]?.message.version, entries.at(-1)?.message.version, hasOlder, hasNewer]
  }
  return { view, grow, range }
}

it('begins with the newest, and follows them', async () => {
  const { view, grow, range } = await holding(250)
  await view.refresh()
  expect(range()).toEqual([151, 250, true, false])
  await grow(253)
  await view.refresh()
  expect(range()).toEqual([151, 253, true, false])
})

it('jumps to the newest when more came than it can show', async () => {
  const { view, grow, range } = await holding(50)
  await view.refresh()
  expect(range()).toEqual([1, 50, false, false])
  await grow(5000)
  await view.refresh()
  expect(range()).toEqual([4901, 5000, true, false])
})

it('stays where someone is reading, and says that there is more', async () => {
  const { view, grow, range } = await holding(1000)
  await view.refresh()
  await view.older()
  expect(range()).toEqual([801, 1000, true, false])
  await grow(1010)
  await view.refresh()
  expect(range()).toEqual([801, 1010, true, false])
  await grow(9000)
  await view.refresh()
  expect(range()).toEqual([801, 1200, true, true])
  await grow(9010)
  await view.refresh()
  expect(range()).toEqual([801, 1200, true, true])
  await view.newer()
  expect(range()).toEqual([901, 1300, true, true])
})

it('opens at a version in the middle, with what is around it, and stays there', async () => {
  const { view, grow, range } = await holding(6000)
  await view.at(1000)
  expect(range()).toEqual([950, 1049, true, true])
  await grow(6010)
  await view.refresh()
  expect(range()).toEqual([950, 1049, true, true])
  await view.newer()
  expect(range()).toEqual([950, 1149, true, true])
  await view.latest()
  expect(range()).toEqual([5911, 6010, true, false])
})

it('opens at a version near either end', async () => {
  const { view, grow, range } = await holding(300)
  await view.at(3)
  expect(range()).toEqual([1, 52, false, true])
  await view.at(290)
  expect(range()).toEqual([240, 300, true, false])
  await grow(5000)
  await view.refresh()
  expect(range()).toEqual([240, 639, true, true])
  await view.at(9999)
  expect(range()).toEqual([4951, 5000, true, false])
})

it('goes all the way back and forth without holding everything', async () => {
  const { view, range } = await holding(1000)
  await view.refresh()
  for (let i = 0; i < 12; i++) await view.older()
  expect(range()).toEqual([1, 400, false, true])
  for (let i = 0; i < 12; i++) await view.newer()
  expect(range()).toEqual([601, 1000, true, false])
  await view.latest()
  expect(range()).toEqual([901, 1000, true, false])
})

it('opens any place, and stays there until it reaches the newest again', async () => {
  const { view, grow, range } = await holding(1000)
  await view.refresh()
  await view.at(300)
  expect(range()).toEqual([250, 349, true, true])
  await grow(1010)
  await view.refresh()
  expect(range()).toEqual([250, 349, true, true])
  await view.at(260)
  expect(range()).toEqual([250, 349, true, true])
  await view.at(1000)
  expect(range()).toEqual([950, 1010, true, false])
  await view.at(5)
  expect(range()).toEqual([1, 54, false, true])
  await view.at(9_999)
  expect(range()).toEqual([961, 1010, true, false])
  await grow(1012)
  await view.refresh()
  expect(range()).toEqual([961, 1012, true, false])
})
