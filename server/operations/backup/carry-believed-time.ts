import type { DatabaseSync } from 'node:sqlite'
import { createTrustedTime } from '../../sqlite/store/trusted-time.ts'
import { hasTable } from './check.ts'

/** The clock did not go back with the messages: retention keeps the time that it has believed since the backup. */
export function carryBelievedTime(restored: DatabaseSync, replaced: DatabaseSync): void {
  if (!hasTable(replaced, 'believed_time')) return
  const [mine, theirs] = [createTrustedTime(restored), createTrustedTime(replaced).get()]
  if (theirs !== null && theirs > (mine.get() ?? 0)) mine.set(theirs)
}
