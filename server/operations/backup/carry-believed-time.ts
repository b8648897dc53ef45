import type { DatabaseSync } from 'node:sqlite'
import { createBelievedTime } from '../../sqlite/store/believed-time.ts'
import { hasTable } from './check.ts'

/** The clock did not go back with the messages: retention keeps the time that it has believed since the backup. */
export function carryBelievedTime(restored: DatabaseSync, replaced: DatabaseSync): void {
  if (!hasTable(replaced, 'believed_time')) return
  const [mine, theirs] = [createBelievedTime(restored), createBelievedTime(replaced).get()]
  if (theirs !== null && theirs > (mine.get() ?? 0)) mine.set(theirs)
}
