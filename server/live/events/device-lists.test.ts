import { expect, test, vi } from 'vitest'
import type { ListReader } from './account-list.ts'
import { createDeviceLists } from './device-lists.ts'

/** Connections of one account, some of which do not read. */
function setUp() {
  const state = {
    reads: 0,
    names: ['a', 'b'],
    encoded: [] as { to: string[]; text: string }[],
    errors: 0,
    fails: false,
  }
  const lists = createDeviceLists({
    async read() {
      state.reads += 1
      if (state.fails) throw new Error('the disk reports an error')
      return { devices: state.names.map((deviceId) => ({ deviceId })) }
    },
    emit: (to, list) => void state.encoded.push({ to, text: list.text }),
    everyMs: 5,
    onError() {
      state.errors += 1
    },
  })
  function connect(linkId: string, deviceId = 'a') {
    const read = Promise.withResolvers<void>()
    const reader = { deaf: false, read: read.resolve, removed: 0 }
    const backlog = { isFull: () => false, emptied: () => (reader.deaf ? read.promise : Promise.resolve()) }
    function onRemoved() {
      reader.removed += 1
    }
    const joining: ListReader = { linkId, deviceId, backlog, onRemoved }
    return Object.assign(reader, lists.join('ann', joining))
  }
  const got = (linkId: string) => state.encoded.filter((it) => it.to.includes(linkId))
  return { state, connect, got }
}

test('a change is read and encoded once for all connections of the account', async () => {
  const { state, connect, got } = setUp()
  const readers = Array.from({ length: 100 }, (_, n) => connect(`socket ${n}`))
  for (const it of readers) it.changed()
  await vi.waitFor(() => expect(got('socket 99')).toHaveLength(1))
  expect([state.reads, state.encoded.length]).toEqual([1, 1])
  for (let change = 0; change < 3; change += 1) for (const it of readers) it.changed()
  await vi.waitFor(() => expect(state.encoded.length).toBeGreaterThan(1))
  expect([state.reads, state.encoded.length]).toEqual([2, 2])
})

test('a connection that does not read has one list in its queue, and gets the newest when it reads again', async () => {
  const { state, connect, got } = setUp()
  const [reads, deaf] = [connect('reads'), connect('deaf')]
  deaf.deaf = true
  for (let change = 1; change <= 20; change += 1) {
    state.names = ['a', `device ${change}`]
    for (const it of [reads, deaf]) it.changed()
    await vi.waitFor(() => expect(got('reads').at(-1)?.text).toContain(`device ${change}"`))
  }
  expect(got('deaf')).toHaveLength(1)
  deaf.read()
  await vi.waitFor(() => expect(got('deaf')).toHaveLength(2))
  expect(got('deaf').at(-1)?.text).toContain('device 20')
  expect(state.reads).toBe(20)
})

test('a device that is not in the list is told that it was removed, and gets none', async () => {
  const { connect, got } = setUp()
  const gone = connect('gone', 'c')
  gone.changed()
  await vi.waitFor(() => expect(gone.removed).toBe(1))
  expect(got('gone')).toEqual([])
})

test('a list that could not be read is read again', async () => {
  const { state, connect, got } = setUp()
  state.fails = true
  connect('one').changed()
  await vi.waitFor(() => expect(state.errors).toBeGreaterThan(1))
  state.fails = false
  await vi.waitFor(() => expect(got('one')).toHaveLength(1))
})

test('a connection that has left gets nothing', async () => {
  const { connect, got } = setUp()
  const [left, stays] = [connect('left'), connect('stays')]
  for (const it of [left, stays]) it.changed()
  left.stop()
  await vi.waitFor(() => expect(got('stays')).toHaveLength(1))
  expect(got('left')).toEqual([])
})

test('a connection that leaves twice takes nothing from those that came since', async () => {
  const { state, connect, got } = setUp()
  const left = connect('left')
  left.stop()
  const first = connect('first')
  left.stop()
  const second = connect('second')
  for (const it of [first, second]) it.changed()
  await vi.waitFor(() => expect(got('second')).toHaveLength(1))
  expect([got('first').length, state.reads]).toEqual([1, 1])
})
