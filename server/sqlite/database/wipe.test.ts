import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { propose } from '../../core/messages/proposal.ts'
import { newDevice, post, temporaryFolder } from '../../core/ports/store-contract/kit.ts'
import { createSqliteStore } from '../store/sqlite-store.ts'
import { openDatabase } from './open-database.ts'

const SECRET = 'nobody is to read this again'
/** Long messages lie on their own pages. */
const contents = [SECRET, `${SECRET} ${'x'.repeat(30_000)} ${SECRET}`]

async function setUp() {
  const file = join(await temporaryFolder(), 'roost.db')
  const store = createSqliteStore(openDatabase(file), { wipeAfterMs: 1 })
  onTestFinished(() => store.close())
  /** Returns a function that sends from this device. */
  async function device(userId = 'ann') {
    const deviceId = randomUUID()
    await store.createDevice(userId, newDevice(deviceId), randomBytes(16))
    return (items: object[]) => {
      const proposals = items.map((item) => propose(deviceId, item))
      return store.append({ userId, deviceId }, proposals, 1)
    }
  }
  const onDisk = () => [file, `${file}-wal`].some((it) => readFileSync(it).includes(SECRET))
  return { store, device, onDisk }
}

const wiped = (onDisk: () => boolean) => vi.waitFor(() => expect(onDisk()).toBe(false), { timeout: 10_000 })

test('what was deleted is not on the disk any more, in the database or beside it', async () => {
  const { device, onDisk } = await setUp()
  const send = await device()
  const posts = contents.map((content) => post(content))
  await send(posts)
  await send([{ ...post(`${SECRET}, edited`), kind: 'edit', targetId: posts[0]?.messageId }])
  expect(onDisk()).toBe(true)
  await send(posts.map(({ messageId }) => ({ ...post(''), kind: 'delete', targetId: messageId })))
  await wiped(onDisk)
})

test('nor what has expired', async () => {
  const { store, device, onDisk } = await setUp()
  const send = await device()
  await send(contents.map((content) => post(content)))
  expect(onDisk()).toBe(true)
  await store.expire({ before: 2 })
  await wiped(onDisk)
})

// SQLite may have moved rows from page to page to make room for other messages. Those copies must be gone, too.
test('nor what many users deleted who had written in turns', async () => {
  const { device, onDisk } = await setUp()
  const users = await Promise.all(
    Array.from({ length: 30 }, async (_, n) => ({
      send: await device(`user ${n}`),
      posts: [] as { messageId: string }[],
    })),
  )
  for (let round = 0; round < 40; round++) {
    const sends = users.map(({ send, posts }, n) => {
      const next = post(`${SECRET} ${'x'.repeat(((round * 30 + n) * 7_919) % 1_000)}`)
      posts.push(next)
      return send([next])
    })
    await Promise.all(sends)
  }
  expect(onDisk()).toBe(true)
  for (const { send, posts } of users) {
    await send(posts.map(({ messageId }) => ({ ...post(''), kind: 'delete', targetId: messageId })))
  }
  await wiped(onDisk)
})
