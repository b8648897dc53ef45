import { randomUUID } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDirectoryBytes, pathIn } from '../../files/directory-bytes.ts'
import { openSqliteStore } from '../../sqlite/open-sqlite-store.ts'
import { post, setUp as setUpStore } from '../ports/store-contract/kit.ts'
import { createFiles } from './files.ts'
import { createFileSweep } from './sweep.ts'

const DAY = 24 * 60 * 60_000
const start = 1_000 * DAY

async function* of(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text)
}

async function setUp(binDays: number) {
  const kit = await setUpStore((folder) => openSqliteStore(join(folder, 'roost.db'), { keepsDeleted: binDays > 0 }))
  const ann = await kit.device()
  const clock = { now: start }
  const directory = join(kit.folder, 'files')
  const bytes = createDirectoryBytes(directory)
  const now = () => clock.now
  const bus = { publish() {} }
  const { store } = kit
  const files = createFiles({ store, bytes, bus, now, maxSize: 100, quota: 1_000 })
  const log = { info() {}, warn: (it: object) => Promise.reject(it) } as never
  const sweep = createFileSweep({ store, files, bytes, now, binDays, log })
  const upload = async (text: string, size = text.length) => {
    const fileId = randomUUID()
    await files.create(ann, { fileId, size, type: '', name: '' })
    await files.append(ann, fileId, 0, { body: of(text), end() {} })
    return fileId
  }
  const isThere = (fileId: string) => existsSync(pathIn(directory, fileId))
  const after = async (days: number) => {
    clock.now = start + days * DAY
    await sweep.run()
  }
  return { kit, ann, clock, directory, files, sweep, upload, isThere, after }
}

test('bytes go when their time is over, and not before', async () => {
  const { kit, ann, upload, isThere, after, clock } = await setUp(7)
  const [unfinished, unnamed, named, deleted] = [
    await upload('x', 2),
    await upload('x'),
    await upload('x'),
    await upload('x'),
  ]
  const it = { ...post(''), files: [deleted] }
  await kit.send(ann, [{ ...post(''), files: [named] }, it], start)
  await kit.send(ann, [{ ...post(''), kind: 'delete', targetId: it.messageId }], start)
  const there = () => [unfinished, unnamed, named, deleted].map(isThere)
  await after(0.99)
  expect(there()).toEqual([true, true, true, true])
  await after(1.01)
  expect(there()).toEqual([true, false, true, true])
  await after(6.99)
  expect(there()).toEqual([true, false, true, true])
  await after(7.01)
  expect(there()).toEqual([false, false, true, false])
  clock.now = start + 400 * DAY
  await after(400)
  expect(isThere(named)).toBe(true)
})

test('without a bin the file of a deleted message goes with the next sweep', async () => {
  const { kit, ann, upload, isThere, after } = await setUp(0)
  const it = { ...post(''), files: [await upload('x')] }
  await kit.send(ann, [it], start)
  await after(0)
  expect(isThere(it.files[0] as string)).toBe(true)
  await kit.send(ann, [{ ...post(''), kind: 'delete', targetId: it.messageId }], start)
  await after(0)
  expect(isThere(it.files[0] as string)).toBe(false)
})

test('bytes that no record knows are removed, and those of a file that is on its way are not', async () => {
  const { upload, isThere, sweep, directory, files, ann } = await setUp(7)
  const known = await upload('x', 2)
  const stray = randomUUID()
  await upload('y')
  writeFileSync(pathIn(directory, `${stray.slice(0, -2)}${known.slice(-2)}`), 'z')
  await sweep.removeStrays()
  expect([isThere(known), isThere(`${stray.slice(0, -2)}${known.slice(-2)}`)]).toEqual([true, false])
  expect(await files.append(ann, known, 1, { body: of('y'), end() {} })).toMatchObject({ received: 2 })
})

test('a server that stops waits for a removal that is under way', async () => {
  const removal = Promise.withResolvers<void>()
  const order: string[] = []
  const sweep = createFileSweep({
    store: { knownFiles: async () => [], sweepFiles: async () => [] },
    files: { removeBytes: () => removal.promise.then(() => void order.push('removed')) },
    bytes: {
      async *list() {
        yield ['a stray']
      },
    },
    ...{ now: () => start, binDays: 0, log: { info() {}, warn() {} } },
  })
  void sweep.removeStrays()
  const settled = sweep.settled().then(() => order.push('settled'))
  await new Promise(setImmediate)
  removal.resolve()
  await settled
  expect(order).toEqual(['removed', 'settled'])
})
