import pg from 'pg'
import { appendedBy } from '../../core/messages/appended.ts'
import { unusualWake } from '../../core/push/wakes.ts'
import type { Connection } from '../connection/connection.ts'
import { type Done, devicesIn, planSends, type Send } from './append.ts'
import type { LogState } from './log-states.ts'
import { rowsToAppend } from './message-rows.ts'

const UNIQUE_VIOLATION = '23505'

/**
 * Appends plain new posts (no files, no wake of their own) to the log as this node last left it, without lookups and in one statement: the usual case. The
 * statement locks the user's row, and stores nothing unless the log is unchanged and every id is new. null: nothing was
 * stored, and the sends need lookups.
 */
export async function appendNext(
  connection: Connection,
  userId: string,
  sends: readonly Send[],
  before: LogState,
): Promise<Done | null> {
  const arePlain = sends.every(({ proposals }) =>
    proposals.every((it) => it.valid && it.item.kind === 'post' && !it.item.files && !unusualWake(it.item)),
  )
  const areLive = [...devicesIn(sends)].every((it) => before.live.has(it))
  if (!arePlain || !areLive) return null
  const plan = planSends(before, sends, new Map())
  const [moved] = await connection.ask('append', rowsToAppend(userId, before, plan)).catch(emptyIfDuplicate)
  if (!moved) return null
  const { head, digest } = plan
  const appended = appendedBy(plan, { head: before.head, floor: moved.floor })
  return { outcomes: appended.map((value) => ({ value })), state: { ...before, head, digest } }
}

function emptyIfDuplicate(error: unknown): [] {
  if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return []
  throw error
}
