import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { applyAll, batch, idOf, post, posts, request, SELF } from '../storage/contract/fixtures.ts'
import { noRun } from '../storage/state.ts'
import { connect } from './connect.ts'
import { toStorageError } from './errors.ts'
import { openIndexedDbStore } from './open.ts'
import { openIndexedDbRegistry } from './registry.ts'
import { removeIndexedDbStore } from './remove.ts'
import { type DeviceSchema, databaseName, SCHEMA_VERSION, upgrade } from './schema.ts'
import { transactionsOn } from './transactions.ts'

const name = databaseName(SELF)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
afterEach(() => {
  vi.restoreAllMocks()
})

test('programs of one origin keep apart under their namespaces, and the app keeps its old names', async () => {
  const app = await openIndexedDbStore(SELF)
  await applyAll(app, batch(0, 3))
  await openIndexedDbRegistry()
  const other = await openIndexedDbStore(SELF, { namespace: 'notes' })
  await openIndexedDbRegistry({ serverUrl: '', namespace: 'notes' })
  expect(await other.position()).toMatchObject({ cursor: 0 })
  const names = (await indexedDB.databases()).map((it) => it.name)
  expect(names.toSorted()).toEqual(['notes', `notes-device-${SELF}`, 'roost', `roost-device-${SELF}`])
})

describe('a database that goes away', () => {
  test('deleted under us: told once, and every call says closed', async () => {
    const onClosed = vi.fn()
    const store = await openIndexedDbStore(SELF, { onClosed })
    await applyAll(store, batch(0, 3))
    await deleteDB(name)
    expect(onClosed).toHaveBeenCalledOnce()
    await expect(store.position()).rejects.toMatchObject({ name: 'StorageError', reason: 'closed' })
    await expect(store.compose(request(1), 1)).rejects.toMatchObject({ reason: 'closed' })
    const again = await openIndexedDbStore(SELF)
    expect(await again.position()).toMatchObject({ cursor: 0 })
  })

  test('wanted by a newer version of the app: gives way', async () => {
    const onClosed = vi.fn()
    const store = await openIndexedDbStore(SELF, { onClosed })
    const newer = await openDB(name, SCHEMA_VERSION + 1)
    expect(onClosed).toHaveBeenCalledOnce()
    await expect(store.position()).rejects.toMatchObject({ reason: 'closed' })
    newer.close()
    await expect(openIndexedDbStore(SELF)).rejects.toMatchObject({ reason: 'outdated' })
  })

  test('closed by the browser without an event: told once, at the first use', async () => {
    const open = vi.spyOn(indexedDB, 'open')
    const onClosed = vi.fn()
    const store = await openIndexedDbStore(SELF, { onClosed })
    const opening = open.mock.results[0]?.value as IDBOpenDBRequest
    opening.result.close()
    expect(onClosed).not.toHaveBeenCalled()
    await expect(store.position()).rejects.toMatchObject({ reason: 'closed', cause: { name: 'InvalidStateError' } })
    await expect(store.compose(request(1), 1)).rejects.toMatchObject({ reason: 'closed' })
    expect(onClosed).toHaveBeenCalledOnce()
  })

  test('lost with an UnknownError, as iOS says it: told, and the next store works', async () => {
    const onClosed = vi.fn()
    const store = await openIndexedDbStore(SELF, { onClosed })
    const lost = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    })
    await expect(store.position()).rejects.toMatchObject({ reason: 'closed' })
    expect(onClosed).toHaveBeenCalledOnce()
    lost.mockRestore()
    expect(await (await openIndexedDbStore(SELF)).position()).toMatchObject({ cursor: 0 })
  })

  test('that cannot be opened for a moment is tried again', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('Connection to Indexed Database server lost', 'UnknownError')
    })
    const store = await openIndexedDbStore(SELF)
    expect(open).toHaveBeenCalledTimes(2)
    store.close()
  })

  test('whose opening gets no answer is opened again', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => new IDBOpenDBRequest())
    const store = await openIndexedDbStore(SELF, { silenceMs: 20 })
    expect(open).toHaveBeenCalledTimes(2)
    store.close()
  })

  test('closing by ourselves is not told', async () => {
    const onClosed = vi.fn()
    const store = await openIndexedDbStore(SELF, { onClosed })
    store.close()
    await deleteDB(name)
    expect(onClosed).not.toHaveBeenCalled()
  })

  test('removing takes it from whoever has it open', async () => {
    const store = await openIndexedDbStore(SELF)
    await applyAll(store, batch(0, 3))
    await removeIndexedDbStore(SELF)
    expect(await indexedDB.databases()).toEqual([])
    await expect(store.position()).rejects.toMatchObject({ reason: 'closed' })
  })
})

describe('a database that somebody keeps busy', () => {
  test('is an error after a bounded wait, and is not held once it opens after all', async () => {
    const stubborn = await openDB(name, 1)
    const onClosed = vi.fn()
    const blocked = connect(name, 2, () => {}, { blockedMs: 1, onClosed })
    await expect(blocked).rejects.toMatchObject({ reason: 'blocked', message: /Close the other tabs/ })
    stubborn.close()
    // The browser first tells every tab that has the database open.
    await deleteDB(name)
    expect(onClosed).not.toHaveBeenCalled()
  })

  test('opens once it gives way', async () => {
    const other = await openDB(name, 1)
    other.addEventListener('versionchange', () => queueMicrotask(() => other.close()))
    const db = await connect(name, 2, () => {}, { blockedMs: 20_000 })
    expect(db.version).toBe(2)
    db.close()
  })
})

describe('what IndexedDB says', () => {
  test.each([
    ['QuotaExceededError', 'quota'],
    ['InvalidStateError', 'closed'],
    ['AbortError', 'closed'],
    ['VersionError', 'outdated'],
    ['UnknownError', 'closed'],
    ['ConstraintError', 'failed'],
  ])('%s means %s', (domName, reason) => {
    const cause = new DOMException('as the browser says it', domName)
    expect(toStorageError(cause)).toMatchObject({ name: 'StorageError', reason, cause })
  })

  test('errors of our own pass through', () => {
    const own = new TypeError('a bug')
    expect(toStorageError(own)).toBe(own)
  })

  test('a write that fails after its call takes the whole transaction with it', async () => {
    const db = await connect<DeviceSchema>(name, SCHEMA_VERSION, upgrade, {})
    const { read, write } = transactionsOn(db, () => false)
    const twice = write(async (tables) => {
      tables.meta.put({ name: 'devices', devices: [] })
      for (const seq of [1, 2]) tables.outbox.put({ seq, request: request(1), composedAt: 0, state: 'waiting' })
    })
    await expect(twice).rejects.toMatchObject({ reason: 'failed', cause: { name: 'ConstraintError' } })
    expect(await read((tables) => tables.meta.count())).toBe(0)
    expect(await read((tables) => tables.outbox.count())).toBe(0)
    db.close()
  })
})

test('a database of version 1 is migrated, and its orphans are given back', async () => {
  const old = await openDB(name, 1, {
    upgrade(db) {
      db.createObjectStore('meta', { keyPath: 'name' })
      db.createObjectStore('pages', { keyPath: ['generation', 'first'] })
      db.createObjectStore('changes', { keyPath: ['generation', 'target'] })
      const kept = db.createObjectStore('kept', { keyPath: ['behind', 'n'] })
      kept.createIndex('messageId', 'entry.message.messageId')
      const outbox = db.createObjectStore('outbox', { keyPath: 'seq' })
      outbox.createIndex('messageId', 'request.messageId', { unique: true })
    },
  })
  const cursor = { generation: 2, cursor: 3, digest: 'd3', start: 0, goneUpTo: 0, held: 3, run: noRun }
  const state = { present: cursor, building: null, lastGeneration: 2, nextSeq: 5 }
  await old.put('meta', { name: 'state', state })
  await old.put('pages', { generation: 2, first: 1, messages: posts(0, 3) })
  await old.put('kept', {
    behind: 2,
    n: 1,
    entry: { message: post(3, 'theirs', { messageId: idOf(33) }), deleted: false },
  })
  const mine = post(4, 'mine', { messageId: idOf(34), senderDeviceId: SELF })
  await old.put('kept', { behind: 2, n: 2, entry: { message: mine, deleted: false } })
  await old.put('outbox', { seq: 4, request: request(4), composedAt: 0, state: 'waiting' })
  old.close()

  const store = await openIndexedDbStore(SELF)
  expect(await store.position()).toEqual({ generation: 2, cursor: 3, digest: 'd3' })
  expect((await store.latest(9)).map((it) => it.onlyHere)).toEqual([false, false, true, true, false])
  expect(await store.giveBack(1, 100)).toEqual({ queued: 1, again: 101 })
  expect((await store.nextRequest(0)).map((it) => it.content)).toEqual(['mine', 'draft 4'])
  expect(await store.giveBack(101, 100)).toEqual({ queued: 1, again: null })
  expect((await store.nextRequest(0)).map((it) => it.content)).toEqual(['theirs', 'mine', 'draft 4'])
  store.close()
})
