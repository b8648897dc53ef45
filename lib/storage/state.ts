import type { Position, ReadPosition } from '../core/ports.ts'

/** Neighbouring sealed pages at the end that are small enough to be merged. */
export interface Run {
  /** First version of its first page. */
  first: number
  pages: number
  messages: number
  weight: number
}

export const noRun: Run = { first: 0, pages: 0, messages: 0, weight: 0 }

/** How far the person has read one generation. Its versions mean nothing in another one. */
export type ReadLine = Omit<ReadPosition, 'cursor'>

export const nothingRead: ReadLine = { readUpTo: 0, confirmed: 0, unread: {} }

/** A generation of the inbox. */
export interface Line extends Position {
  /** Its first cursor: the floor of the server at that time, or 0. */
  start: number
  goneUpTo: number
  /** Messages in its pages. */
  held: number
  run: Run
  read: ReadLine
  /** Absent: an older version of the app stored marks without knowing them, and pins.ts has yet to find them. */
  marksFolded?: true
}

export interface StoreState {
  present: Line
  building: Line | null
  /** The highest generation ever begun. A number is never used twice, so a late apply cannot hit the wrong generation. */
  lastGeneration: number
  nextSeq: number
  /**
   * Some orphans wait for their senders to give them back. `since`: ms since the epoch by this device's clock; null until
   * the clock was read for the first time. Null when no orphan waits.
   */
  waitForSenders: { since: number | null } | null
}

export function newLine(generation: number, start: number): Line {
  const place = { generation, cursor: start, digest: null, start, goneUpTo: start }
  return { ...place, held: 0, run: noRun, read: nothingRead, marksFolded: true }
}

export function newState(generation: number): StoreState {
  const present = newLine(generation, 0)
  return { present, building: null, lastGeneration: generation, nextSeq: 1, waitForSenders: null }
}

export function positionOf({ generation, cursor, digest }: Line): Position {
  return { generation, cursor, digest }
}
