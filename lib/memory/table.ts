import type { TableById } from '../storage/tables.ts'

type Row<Key, Value> = { key: Key; value: Value }

/** A table in the order of IndexedDB's keys (numbers, strings, pairs). A transaction that fails can undo its writes. */
export interface MemoryTable<Key, Value> extends TableById<Key, Value> {
  /** Answers a function that undoes every later write. */
  savepoint(): () => void
}

export function createMemoryTable<Key, Value>(
  keyOf: (value: Value) => Key,
  idOf?: (value: Value) => string,
): MemoryTable<Key, Value> {
  let rows: Row<Key, Value>[] = []
  let keys = new Map<string, Key>()
  let undo: (() => void)[] = []

  /** Index of the first row at or above the key. */
  function indexOf(key: Key): number {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareKeys((rows[middle] as Row<Key, Value>).key, key) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
  const rowAt = (key: Key): Row<Key, Value> | undefined => {
    const row = rows[indexOf(key)]
    return row && compareKeys(row.key, key) === 0 ? row : undefined
  }
  const endOf = (key: Key): number => indexOf(key) + (rowAt(key) ? 1 : 0)

  function insert(row: Row<Key, Value>): void {
    rows.splice(indexOf(row.key), 0, row)
    if (idOf) keys.set(idOf(row.value), row.key)
  }
  function remove(from: number, to: number): Row<Key, Value>[] {
    const removed = rows.splice(from, Math.max(0, to - from))
    if (idOf) for (const { value } of removed) keys.delete(idOf(value))
    return removed
  }
  function removeForNow(from: number, to: number): void {
    const removed = remove(from, to)
    undo.push(() => removed.forEach(insert))
  }

  return {
    get: async (key) => rowAt(key)?.value,
    first: async (from, to, limit = Number.POSITIVE_INFINITY) => {
      const start = indexOf(from)
      return rows.slice(start, Math.min(endOf(to), start + limit)).map((row) => row.value)
    },
    last: async (from, to, limit) => {
      const end = endOf(to)
      return rows.slice(Math.max(indexOf(from), end - limit), end).map((row) => row.value)
    },
    keys: async (from, to) => rows.slice(indexOf(from), endOf(to)).map((row) => row.key),
    byId: async (messageId) => {
      const key = keys.get(messageId)
      return key === undefined ? undefined : rowAt(key)?.value
    },
    count: async () => rows.length,
    put(value) {
      const key = keyOf(value)
      removeForNow(indexOf(key), endOf(key))
      insert({ key, value })
      undo.push(() => remove(indexOf(key), endOf(key)))
    },
    delete: (from, to = from) => removeForNow(indexOf(from), endOf(to)),
    clear() {
      const before = { rows, keys }
      undo.push(() => ({ rows, keys } = before))
      rows = []
      keys = new Map()
    },
    savepoint() {
      undo = []
      return () => {
        for (const step of undo.toReversed()) step()
        undo = []
      }
    },
  }
}

/** Compares numbers and strings directly, pairs by their first part that differs. */
function compareKeys(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) return compareKeys(a[0], b[0]) || compareKeys(a[1], b[1])
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}
