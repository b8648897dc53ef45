import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultOptions as options } from '../../core/roost-options.ts'
import { openIndexedDbStore } from '../../indexed-db/open.ts'
import { FILES_CONTENT_TYPE } from '../../protocol/files.ts'
import type { Message } from '../../protocol/message.ts'
import { applyAll, batch, deviceInfo, edit, idOf, OTHER, post, remove, SELF } from '../../storage/contract/fixtures.ts'
import { entry } from '../../storage/contract/registry.contract.ts'
import { readNews } from './read-news.ts'

let readUpTo: number
let isReachable: boolean
const asked: string[] = []

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  readUpTo = 0
  isReachable = true
  asked.length = 0
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    if (!isReachable) throw new TypeError('no network')
    if (path.startsWith('/v1/inbox')) return Response.json({ head: 9, floor: 0, digest: 'd'.repeat(64), readUpTo })
    return Response.json({ devices: [deviceInfo(OTHER, 'New phone')] })
  })
})
afterEach(() => void vi.unstubAllGlobals())

async function hold(messages: Message[], names: Record<string, string> = { [OTHER]: 'Phone' }): Promise<void> {
  const store = await openIndexedDbStore(SELF, options)
  await applyAll(store, batch(0, messages.at(-1)?.version ?? 0, messages))
  await store.saveDevices(Object.entries(names).map(([id, name]) => deviceInfo(id, name)))
  store.close()
}
const news = () => readNews(options, entry(SELF, 1))

test('tells the newest unread posts of others as they read now', async () => {
  const mine = post(2, 'mine', { senderDeviceId: SELF })
  await hold([post(1), mine, post(3), post(4), post(5), post(6), post(7), edit(8, 6, 'edited'), remove(9, 7)])
  const { unread, cursor, posts } = await news()
  expect([unread, cursor, posts.map((it) => it.text)]).toEqual([5, 9, ['post 3', 'post 4', 'post 5', 'edited']])
  expect(posts[0]).toEqual({
    ...{ messageId: idOf(3), version: 3, timestamp: 3, from: OTHER, name: 'Phone', takesAnswers: true },
    text: 'post 3',
  })
})

test('takes from the server what was read on another device', async () => {
  await hold([post(1), post(2)])
  readUpTo = 1
  expect((await news()).posts.map((it) => it.version)).toEqual([2])
  readUpTo = 2
  expect(await news()).toMatchObject({ unread: 0, posts: [] })
})

test('learns the name of a device that has joined meanwhile, and does without it when the server cannot be asked', async () => {
  await hold([post(1)], {})
  expect((await news()).posts[0]).toMatchObject({ name: 'New phone', takesAnswers: true })
  isReachable = false
  expect((await news()).posts[0]).toMatchObject({ name: '', takesAnswers: false })
})

test('asks for no list of devices that it knows', async () => {
  await hold([post(1)])
  await news()
  expect(asked.some((it) => it.startsWith('/v1/devices'))).toBe(false)
})

test('a message of files tells their names, or its text, and has the first picture', async () => {
  const file = { fileId: idOf(9), name: 'roof.png', type: 'image/png', size: 1 }
  const picture = { ...file, preview: 'data:image/webp;base64,AAAA' }
  const part = { contentType: FILES_CONTENT_TYPE }
  const [bare, captioned] = [{ files: [file] }, { text: 'the roof', files: [file, picture] }]
  await hold([post(1, JSON.stringify(bare), part), post(2, JSON.stringify(captioned), part)])
  const [first, second] = (await news()).posts
  expect([first?.text, first?.picture]).toEqual(['roof.png', undefined])
  expect([second?.text, second?.picture]).toEqual(['the roof', picture.preview])
})
