/** A transaction that has become durable: how many calls shared it, how many rows they asked for, how long it took. */
export interface Committed {
  calls: number
  rows: number
  ms: number
}

export type OnCommit = (committed: Committed) => void
