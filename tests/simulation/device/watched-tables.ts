import type { Tables } from '../../../lib/storage/tables.ts'

export type Change = { table: string; again: () => void } & (
  | { type: 'put'; value: unknown }
  | { type: 'delete'; from: unknown; to: unknown }
  | { type: 'clear' }
)

export interface Watch {
  /** Asked before every step; a process that was killed takes none. */
  mayGoOn(): boolean
  /** Throws when the disk cannot. */
  changing(change: Change): void
}

type AnyTable = Record<string, (...args: unknown[]) => unknown>

/** The tables as one transaction sees them. */
export function watchTables(tables: Tables, watch: Watch): Tables {
  const watched = Object.entries(tables).map(([name, table]) => [name, watchTable(name, table as AnyTable, watch)])
  return Object.fromEntries(watched) as Tables
}

function watchTable(table: string, real: AnyTable, { mayGoOn, changing }: Watch): AnyTable {
  const reading = (method: string) => [
    method,
    (...args: unknown[]) => (mayGoOn() ? real[method]?.(...args) : new Promise(() => {})),
  ]
  const change = (it: Change) => {
    if (!mayGoOn()) return
    changing(it)
    it.again()
  }
  return {
    ...Object.fromEntries(['get', 'first', 'last', 'count', 'byId'].map(reading)),
    put: (value) => change({ table, type: 'put', value, again: () => real.put?.(value) }),
    delete: (from, to = from) => change({ table, type: 'delete', from, to, again: () => real.delete?.(from, to) }),
    clear: () => change({ table, type: 'clear', again: () => real.clear?.() }),
  }
}
