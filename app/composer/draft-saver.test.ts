import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDraftSaver } from './draft-saver.ts'

const stored: string[] = []
const store = async (receiver: string, text: string) => void stored.push(`${receiver}: ${text}`)

beforeEach(() => {
  stored.length = 0
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

test('the first change is written at once, the later ones together', () => {
  const saver = createDraftSaver(store, () => {})
  for (const text of ['h', 'ha', 'hal']) saver.save('all', text)
  expect(stored).toEqual(['all: h'])
  vi.advanceTimersByTime(300)
  expect(stored).toEqual(['all: h', 'all: hal'])
  vi.advanceTimersByTime(10_000)
  expect(stored).toHaveLength(2)
})

test('the receiver that was turned to last is written last', () => {
  const saver = createDraftSaver(store, () => {})
  saver.save('all', 'a')
  saver.save('phone', 'b')
  saver.save('desk', 'c')
  saver.save('phone', 'bb')
  vi.advanceTimersByTime(300)
  expect(stored).toEqual(['all: a', 'desk: c', 'phone: bb'])
})

test('nothing is written over a draft that is on its way to the outbox', async () => {
  const saver = createDraftSaver(store, () => {})
  const sent = Promise.withResolvers<void>()
  const done = saver.pause(() => sent.promise)
  saver.save('all', 'the next one')
  vi.advanceTimersByTime(300)
  expect(stored).toEqual([])
  sent.resolve()
  await done
  expect(stored).toEqual(['all: the next one'])
})

test('a text that is stored at once is not overwritten by an older one that was waiting', async () => {
  const saver = createDraftSaver(store, () => {})
  for (const text of ['a', '']) saver.save('all', text)
  await saver.saveNow('all', 'the text that came back')
  vi.advanceTimersByTime(300)
  expect(stored).toEqual(['all: a', 'all: the text that came back'])
})

test('a page that goes keeps what is not stored yet, until it is', async () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('document', new EventTarget())
  const stashed: unknown[] = []
  const done = Promise.withResolvers<void>()
  const saver = createDraftSaver(
    () => done.promise,
    (drafts) => stashed.push(drafts),
  )
  const stop = saver.watch()
  saver.save('all', 'h')
  page.dispatchEvent(new Event('pagehide'))
  saver.save('all', 'hello')
  page.dispatchEvent(new Event('pagehide'))
  expect(stashed).toEqual([[{ receiver: 'all', text: 'h' }], [{ receiver: 'all', text: 'hello' }]])
  done.resolve()
  await vi.advanceTimersByTimeAsync(0)
  expect(stashed.at(-1)).toEqual([])
  page.dispatchEvent(new Event('pagehide'))
  expect(stashed).toHaveLength(3)
  stop()
  vi.unstubAllGlobals()
})

test('a page that goes keeps each text that the storage refused, until it takes them', async () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('document', new EventTarget())
  const stashed: unknown[] = []
  let takes = false
  const saver = createDraftSaver(
    () => (takes ? Promise.resolve() : Promise.reject(new Error('no storage'))),
    (drafts) => stashed.push(drafts),
  )
  const stop = saver.watch()
  saver.save('phone', 'for the phone')
  saver.save('all', 'for')
  saver.save('all', 'for all')
  await vi.advanceTimersByTimeAsync(10_000)
  page.dispatchEvent(new Event('pagehide'))
  expect(stashed).toEqual([
    [
      { receiver: 'phone', text: 'for the phone' },
      { receiver: 'all', text: 'for all' },
    ],
  ])
  takes = true
  saver.save('all', 'for all of you')
  await vi.advanceTimersByTimeAsync(10_000)
  page.dispatchEvent(new Event('pagehide'))
  expect(stashed.at(-1)).toEqual([{ receiver: 'phone', text: 'for the phone' }])
  saver.save('phone', 'for the phone, too')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(stashed.at(-1)).toEqual([])
  stop()
  vi.unstubAllGlobals()
})
