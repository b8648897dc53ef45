import type { Position } from '../core/ports.ts'
import type { Tables } from './tables.ts'

/** Neighbouring sealed pages at the end that are small enough to be merged. */
export interface Run {
  /** First version of its first page. */
  first: number
  pages: number
  messages: number
  weight: number
}

export const noRun: Run = { first: 0, pages: 0, messages: 0, weight: 0 }

/** One generation of the inbox. */
export interface Line extends Position {
  /** Where it began: the floor of the mother at that time, or 0. */
  start: number
  goneUpTo: number
  /** Messages in its pages. */
  held: number
  run: Run
}

export interface StoreState {
  present: Line
  building: Line | null
  /** The highest generation ever begun; a number is never used twice, so that a late apply cannot hit the wrong one. */
  lastGeneration: number
  nextSeq: number
  /**
   * Some kept messages wait for their senders to offer them: since when, in ms since the epoch by this device's clock (null:
   * nobody has looked at the clock yet). Null when none does.
   */
  chance: { since: number | null } | null
}

export function newLine(generation: number, start: number): Line {
  return { generation, cursor: start, digest: null, start, goneUpTo: start, held: 0, run: noRun }
}

export function newState(generation: number): StoreState {
  return { present: newLine(generation, 0), building: null, lastGeneration: generation, nextSeq: 1, chance: null }
}

export async function loadState(tables: Tables): Promise<StoreState> {
  const record = await tables.meta.get('state')
  return record?.name === 'state' ? record.state : newState(1)
}

export function saveState(tables: Tables, state: StoreState): void {
  tables.meta.put({ name: 'state', state })
}

export function positionOf({ generation, cursor, digest }: Line): Position {
  return { generation, cursor, digest }
}
