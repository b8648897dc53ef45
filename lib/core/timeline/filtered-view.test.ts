import { expect, it } from 'vitest'
import { openMemoryStore } from '../../memory/memory.ts'
import type { Message } from '../../protocol/message.ts'
import { createFilteredView } from './filtered-view.ts'
import type { TimelineReader } from './timeline-reader.ts'

const [ours, theirs] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']

/** A history of which every `nth` message is from the device that the person has chosen. */
async function holding(count: number, nth: number) {
  const store = openMemoryStore(ours)
  let upTo = 0
  const message = (version: number): Message => ({
    ...{ version, messageId: `00000000-0000-4000-8000-${String(version).padStart(12, '0')}`, kind: 'post' },
    ...{ senderDeviceId: version % nth === 0 ? ours : theirs, receiverDeviceId: 'all', timestamp: 0 },
    ...{ contentType: 'text/plain', content: `message ${version}` },
  })
  const grow = async (to: number) => {
    const messages = Array.from({ length: to - upTo }, (_, i) => message(upTo + 1 + i))
    await store.apply([{ from: upTo, upTo: to, messages, digest: 'd', head: to, floor: 0 }], 1)
    upTo = to
  }
  await grow(count)
  let steps = 0
  const counted: TimelineReader = {
    ...store,
    find(...args) {
      steps++
      return store.find(...args)
    },
  }
  const view = createFilteredView(counted, { kind: 'device', deviceId: ours })
  const versions = () => view.window().entries.map((it) => it.message.version)
  const range = () => {
    const { hasOlder, hasNewer } = view.window()
    return [versions()[0], versions().at(-1), hasOlder, hasNewer]
  }
  return { store, view, grow, versions, range, steps: () => steps }
}

it('pages to the beginning although one message in a thousand fits', async () => {
  const { view, versions } = await holding(30_000, 1_000)
  await view.latest()
  while (view.window().hasOlder) await view.older()
  expect(versions()).toEqual(Array.from({ length: 30 }, (_, i) => (i + 1) * 1_000))
})

it('shows what it has found after a bounded number of steps, and goes on where it stopped', async () => {
  const { view, range, steps } = await holding(40_000, 10_000)
  await view.latest()
  expect(steps()).toBeLessThan(20)
  expect(range()).toEqual([30_000, 40_000, true, false])
  await view.older()
  expect(range()[0]).toBe(10_000)
  expect(steps()).toBeLessThan(45)
})

it('follows new messages that fit, and reads nothing twice for those that do not', async () => {
  const { view, grow, versions, steps } = await holding(2_000, 500)
  await view.latest()
  const before = steps()
  await grow(2_001)
  await view.refresh()
  await grow(2_500)
  await view.refresh()
  expect(versions()).toEqual([500, 1_000, 1_500, 2_000, 2_500])
  expect(steps() - before).toBeLessThan(6)
})

it('stays where someone is reading, and adds below as far as there is room', async () => {
  const { view, grow, range } = await holding(1_000, 2)
  await view.latest()
  expect(range()).toEqual([802, 1_000, true, false])
  await view.older()
  expect(range()).toEqual([602, 1_000, true, false])
  await grow(1_010)
  await view.refresh()
  expect(range()).toEqual([602, 1_010, true, false])
  await grow(2_000)
  await view.refresh()
  expect(range()).toEqual([602, 1_400, true, true])
  await view.newer()
  expect(range()).toEqual([802, 1_600, true, true])
})

it('goes all the way back and forth without holding everything', async () => {
  const { view, range } = await holding(2_000, 2)
  await view.latest()
  for (let i = 0; i < 12; i++) await view.older()
  expect(range()).toEqual([2, 800, false, true])
  for (let i = 0; i < 12; i++) await view.newer()
  expect(range()).toEqual([1_202, 2_000, true, false])
})

it('jumps to the newest when more came than it can show', async () => {
  const { view, grow, range } = await holding(10, 2)
  await view.latest()
  await grow(5_000)
  await view.refresh()
  expect(range()).toEqual([4_802, 5_000, true, false])
})

it('opens at a version, and goes on both ways from there', async () => {
  const { view, range } = await holding(3_000, 2)
  await view.latest()
  await view.at(1_000)
  expect(range()).toEqual([902, 1_100, true, true])
  await view.older()
  await view.newer()
  expect(range()).toEqual([702, 1_300, true, true])
})

it('shows an edit of a message far back', async () => {
  const { store, view } = await holding(3_000, 1_000)
  await view.latest()
  const target = view.window().entries[0]?.message
  expect(target?.version).toBe(1_000)
  const change: Message = { ...(target as Message), version: 3_001, kind: 'edit', content: 'better' }
  const named = { ...change, messageId: '00000000-0000-4000-8000-00000000ffff', targetId: target?.messageId }
  await store.apply(
    [{ from: 3_000, upTo: 3_001, messages: [{ ...named, targetVersion: 1_000 }], digest: 'd', head: 3_001, floor: 0 }],
    1,
  )
  await view.refresh()
  expect(view.window().entries[0]?.message.content).toBe('better')
})

it('ends a search that no person waits for any more', async () => {
  const { view, steps } = await holding(30_000, 100_000)
  const search = view.latest()
  view.stop()
  await search
  expect(steps()).toBeLessThan(3)
})
