import { openDB } from 'idb'
import { openIndexedDbStore } from '../lib/indexed-db/open.ts'
import { databaseName } from '../lib/indexed-db/schema.ts'
import type { Message } from '../lib/protocol/message.ts'
import { batch, post, request, SELF, stored } from '../lib/storage/contract/fixtures.ts'

/** The part of store-shape.ts that runs in the browser. Every figure is taken from the storage as the app opens it. */

const TEXT = 'Somebody wrote this on the way home, and it is about as long as what people write. '.repeat(2)
const messages = (from: number, upTo: number): Message[] =>
  Array.from({ length: upTo - from }, (_, index) => post(from + index + 1, `${from + index + 1} ${TEXT}`))

async function perSecond(count: number, run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return Math.round((count / (performance.now() - started)) * 1_000)
}

/** Median and worst of 40 calls, in ms. */
async function times(run: (index: number) => Promise<unknown>): Promise<string> {
  const taken: number[] = []
  for (let index = 0; index < 40; index++) {
    const started = performance.now()
    await run(index)
    taken.push(performance.now() - started)
  }
  taken.sort((a, b) => a - b)
  return `${taken[20]?.toFixed(1)} ms, worst ${taken.at(-1)?.toFixed(1)} ms`
}

/** The storage with a record per message instead: the same transaction, the same durability. */
async function recordPerMessage(count: number): Promise<number> {
  const db = await openDB('record-per-message', 1, {
    upgrade(it) {
      it.createObjectStore('messages', { keyPath: 'version' })
      it.createObjectStore('meta', { keyPath: 'name' })
    },
  })
  const rate = await perSecond(count, async () => {
    for (let from = 0; from < count; from += 1_000) {
      const tx = db.transaction(['messages', 'meta'], 'readwrite', { durability: 'strict' })
      for (const message of messages(from, from + 1_000)) void tx.objectStore('messages').put(message)
      void tx.objectStore('meta').put({ name: 'state', cursor: from + 1_000 })
      tx.commit()
      await tx.done
    }
  })
  db.close()
  return rate
}

async function measure(): Promise<Record<string, string | number>> {
  const store = await openIndexedDbStore(SELF)
  const apply = (from: number, upTo: number) => store.apply([batch(from, upTo, messages(from, upTo))], 1)
  const pull = async (from: number, upTo: number, size: number) => {
    for (let at = from; at < upTo; at += size) await apply(at, Math.min(upTo, at + size))
  }
  const figures: Record<string, string | number> = {}

  figures['one record per message, 50,000 in batches of 1,000 (messages/s)'] = await recordPerMessage(50_000)
  figures['pages, 50,000 in batches of 1,000 (messages/s)'] = await perSecond(50_000, () => pull(0, 50_000, 1_000))
  figures['pages, 50,000 in batches of 500 (messages/s)'] = await perSecond(50_000, () => pull(50_000, 100_000, 500))

  const at = (index: number) => 1 + ((index * 7_919) % 99_000)
  figures['latest 50 of 100,000'] = await times(() => store.latest(50))
  figures['50 before any version'] = await times((index) => store.before(at(index), 50))
  figures['50 after any version'] = await times((index) => store.after(at(index), 50))
  figures['the message of any version'] = await times((index) => store.at(at(index)))
  figures.count = await times(() => store.count())

  figures['live, 5,000 one by one (messages/s)'] = await perSecond(5_000, () => pull(100_000, 105_000, 1))
  figures['latest 50 after that'] = await times(() => store.latest(50))
  const raw = await openDB(databaseName(SELF))
  figures['pages for 105,000 messages'] = await raw.count('pages')
  raw.close()

  figures['compose, 1,000 one by one (messages/s)'] = await perSecond(1_000, async () => {
    for (let n = 200_001; n <= 201_000; n++) await store.compose(request(n, TEXT), n)
  })
  figures['next request of 500'] = await times(() => store.nextRequest(0))
  figures['settle 500 (messages/s)'] = await perSecond(500, () =>
    store.settle(Array.from({ length: 500 }, (_, index) => stored(200_001 + index, 105_001 + index))),
  )

  const { generation } = await store.beginRebuild(0)
  await store.applyRebuild([batch(0, 1_000, messages(0, 1_000))], generation)
  figures['swap that keeps 104,000 lost messages (messages/s)'] = await perSecond(104_000, () =>
    store.finishRebuild(generation),
  )
  figures['latest 50 after that, all of them only here'] = await times(() => store.latest(50))
  store.close()
  return figures
}

Object.assign(globalThis, { measure })
