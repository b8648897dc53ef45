import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb'
import { StorageError } from '../core/ports.ts'
import { isDenied, toStorageError } from './errors.ts'

export interface OpenOptions {
  namespace?: string
  /**
   * The connection is gone: the browser closed it (often without an event, as iOS does), deleted the database, or a newer
   * version of the app wants it. Called once. Every later call rejects with `closed`.
   */
  onClosed?: () => void
  /** How long another tab may take to give way, in ms. */
  blockedMs?: number
  /** How long the browser may give no answer at all, in ms. */
  silenceMs?: number
}

/** A browser that has just ended its databases' process needs a moment before it opens one again. */
const TRY_AGAIN_MS = [100, 400]

/** @throws StorageError `blocked`, `outdated`, `closed` (the browser offers no database now), `failed`. */
export async function connect<Schema extends DBSchema>(
  ...how: Parameters<typeof connectOnce<Schema>>
): Promise<IDBPDatabase<Schema>> {
  for (const ms of TRY_AGAIN_MS) {
    try {
      return await connectOnce(...how)
    } catch (error) {
      if (!(error instanceof StorageError && error.reason === 'closed') || isDenied(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, ms))
    }
  }
  return connectOnce(...how)
}

async function connectOnce<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
  { onClosed, blockedMs = 3_000, silenceMs = 10_000 }: OpenOptions,
): Promise<IDBPDatabase<Schema>> {
  const stuck = Promise.withResolvers<never>()
  // A request that was on its way to a process that has just ended gets no answer. A migration may take longer.
  let timer = setTimeout(() => stuck.reject(new StorageError('closed')), silenceMs)
  const callbacks: OpenDBCallbacks<Schema> = {
    upgrade(...how) {
      clearTimeout(timer)
      return upgrade(...how)
    },
    blocked() {
      clearTimeout(timer)
      timer = setTimeout(() => stuck.reject(new StorageError('blocked')), blockedMs)
    },
    blocking(_current, _wanted, event) {
      // Give way at once, because a newer version of the app waits, or a person who clears the data.
      ;(event.target as IDBDatabase).close()
      onClosed?.()
    },
    terminated: () => onClosed?.(),
  }
  // IndexedDB throws at once where storage is switched off. `async` turns that into a rejection, too.
  const opening = (async () => openDB<Schema>(name, version, callbacks))()
  try {
    return await Promise.race([opening, stuck.promise])
  } catch (error) {
    // If it opens after all, no caller is left to close it.
    opening.then((db) => db.close()).catch(() => undefined)
    throw toStorageError(error)
  } finally {
    clearTimeout(timer)
  }
}
