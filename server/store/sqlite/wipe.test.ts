import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { propose } from '../../mother/proposal.ts'
import { newDevice, post, temporaryFolder } from '../contract/kit.ts'
import { openDatabase } from './open-database.ts'
import { createSqliteStore } from './sqlite-store.ts'

const SECRET = 'nobody is to read this again'
/** Long ones lie on pages of their own. */
const contents = [SECRET, `${SECRET} ${'x'.repeat(30_000)} ${SECRET}`]

async function setUp() {
  const file = join(await temporaryFolder(), 'roost.db')
  const store = createSqliteStore(openDatabase(file), { wipeAfterMs: 1 })
  onTestFinished(() => store.close())
  const caller = { userId: 'ann', deviceId: randomUUID() }
  await store.createDevice('ann', newDevice(caller.deviceId), randomBytes(16))
  const send = (items: object[]) => {
    const proposals = items.map((item) => propose(caller.deviceId, item))
    return store.append(caller, proposals, 1)
  }
  const onDisk = () => [file, `${file}-wal`].some((it) => readFileSync(it).includes(SECRET))
  return { store, send, onDisk }
}

const wiped = (onDisk: () => boolean) => vi.waitFor(() => expect(onDisk()).toBe(false), { timeout: 10_000 })

test('what was deleted is not on the disk any more, in the database or beside it', async () => {
  const { send, onDisk } = await setUp()
  const posts = contents.map((content) => post(content))
  await send(posts)
  await send([{ ...post(`${SECRET}, edited`), kind: 'edit', targetId: posts[0]?.messageId }])
  expect(onDisk()).toBe(true)
  await send(posts.map(({ messageId }) => ({ ...post(''), kind: 'delete', targetId: messageId })))
  await wiped(onDisk)
})

test('nor what has expired', async () => {
  const { store, send, onDisk } = await setUp()
  await send(contents.map((content) => post(content)))
  expect(onDisk()).toBe(true)
  await store.expire({ before: 2 })
  await wiped(onDisk)
})
