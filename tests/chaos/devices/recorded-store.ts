import { StorageError } from '../../../lib/core/ports.ts'
import type { MemoryDatabase } from '../../../lib/memory/memory.ts'
import { createDeviceStore } from '../../../lib/storage/device-store.ts'
import type { LocalStore } from '../../../lib/storage/local-store.ts'
import type { Tables, Transactions } from '../../../lib/storage/tables.ts'
import { markApplies, type Ranges } from '../../simulation/device/mark-applies.ts'
import { createStoredRecorder } from '../../simulation/device/stored-recorder.ts'
import { type Change, watchTables } from '../../simulation/device/watched-tables.ts'
import type { Happening } from '../../simulation/history/event.ts'

/** A device's storage in memory that records every transaction as it commits. It outlives its handles. */
export function createRecordedMemory(deviceId: string, database: MemoryDatabase, add: (it: Happening) => void) {
  const recorder = createStoredRecorder()

  async function carryOut<T>(run: (tables: Tables) => Promise<T>, batches: Ranges | null): Promise<T> {
    const undos = Object.values(database.tables).map((table) => table.savepoint())
    const changes: Change[] = []
    try {
      const watched = watchTables(database.tables, { mayGoOn: () => true, changing: (it) => changes.push(it) })
      const value = await run(watched)
      if (changes.length > 0) add({ type: 'stored', device: deviceId, ...recorder.read(changes), batches })
      return value
    } catch (error) {
      for (const undo of undos) undo()
      throw error
    }
  }

  return function open(): LocalStore {
    let closed = false
    /** The storage begins its transaction before `apply` returns: so it can be told apart from the rest. */
    let applying: Ranges | null = null

    function queue<T>(run: (tables: Tables) => Promise<T>): Promise<T> {
      const batches = applying
      if (closed) return Promise.reject(new StorageError('closed'))
      const turn = database.last.then(() => carryOut(run, batches))
      database.last = turn.catch(() => undefined)
      return turn
    }
    const transactions: Transactions = {
      read: queue,
      write: queue,
      close: () => {
        closed = true
      },
    }
    return markApplies(createDeviceStore(deviceId, transactions), (ranges) => {
      applying = ranges
    })
  }
}
