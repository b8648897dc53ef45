import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { applyAll, batch, request, SELF } from '../contract/fixtures.ts'
import { connect } from './connect.ts'
import { toCacheError } from './errors.ts'
import { openIndexedDbCache } from './open.ts'
import { removeIndexedDbCache } from './remove.ts'
import { type DeviceSchema, databaseName, SCHEMA_VERSION, upgrade } from './schema.ts'
import { transactionsOn } from './transactions.ts'

const name = databaseName(SELF)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('a database that goes away', () => {
  test('deleted under us: told once, and every call says closed', async () => {
    const onClosed = vi.fn()
    const cache = await openIndexedDbCache(SELF, { onClosed })
    await applyAll(cache, batch(0, 3))
    await deleteDB(name)
    expect(onClosed).toHaveBeenCalledOnce()
    await expect(cache.position()).rejects.toMatchObject({ name: 'CacheError', reason: 'closed' })
    await expect(cache.compose(request(1), 1)).rejects.toMatchObject({ reason: 'closed' })
    const again = await openIndexedDbCache(SELF)
    expect(await again.position()).toMatchObject({ cursor: 0 })
  })

  test('wanted by a newer version of the app: gives way', async () => {
    const onClosed = vi.fn()
    const cache = await openIndexedDbCache(SELF, { onClosed })
    const newer = await openDB(name, SCHEMA_VERSION + 1)
    expect(onClosed).toHaveBeenCalledOnce()
    await expect(cache.position()).rejects.toMatchObject({ reason: 'closed' })
    newer.close()
    await expect(openIndexedDbCache(SELF)).rejects.toMatchObject({
      reason: 'closed',
      message: /newer version of Roost/,
    })
  })

  test('closing by ourselves is not told', async () => {
    const onClosed = vi.fn()
    const cache = await openIndexedDbCache(SELF, { onClosed })
    cache.close()
    await deleteDB(name)
    expect(onClosed).not.toHaveBeenCalled()
  })

  test('removing takes it from whoever has it open', async () => {
    const cache = await openIndexedDbCache(SELF)
    await applyAll(cache, batch(0, 3))
    await removeIndexedDbCache(SELF)
    expect(await indexedDB.databases()).toEqual([])
    await expect(cache.position()).rejects.toMatchObject({ reason: 'closed' })
  })
})

describe('a database that somebody keeps busy', () => {
  test('is an error after a bounded wait, and is not held once it opens after all', async () => {
    const stubborn = await openDB(name, 1)
    const onClosed = vi.fn()
    const blocked = connect(name, 2, () => {}, { blockedMs: 1, onClosed })
    await expect(blocked).rejects.toMatchObject({ reason: 'blocked', message: /Close the other tabs/ })
    stubborn.close()
    // Tells whoever has it open first.
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
    ['VersionError', 'closed'],
    ['UnknownError', 'failed'],
  ])('%s means %s', (domName, reason) => {
    const cause = new DOMException('as the browser says it', domName)
    expect(toCacheError(cause)).toMatchObject({ name: 'CacheError', reason, cause })
  })

  test('errors of our own pass through', () => {
    const own = new TypeError('a bug')
    expect(toCacheError(own)).toBe(own)
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
