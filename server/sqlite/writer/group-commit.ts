import type { DatabaseSync } from 'node:sqlite'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { OnCommit } from '../../core/ports/on-commit.ts'
import { isBusy, toRefusal } from '../database/sqlite-error.ts'

/** Work on the database, done whole or not at all. It may run again when another job of its group has failed. */
export interface Job<T> {
  /** Rows and bytes that it may write, for the bounds. */
  rows: number
  bytes: number
  run: () => T
}

export interface GroupCommit {
  /** Resolves once the work is synced to disk. @throws the error that `run` throws; RoostError `unavailable`. */
  write<T>(job: Job<T>): Promise<T>
  /** Takes no more jobs; resolves when the waiting ones are done. */
  close(): Promise<void>
}

interface Hooks {
  onCommit?: OnCommit | undefined
  /** Runs last in the transaction. */
  beforeCommit?: () => void
  onRollback?: () => void
}

interface Waiting extends Job<unknown> {
  alone: boolean
  settle: (outcome: Outcome) => void
}
type Outcome = { value: unknown } | { error: unknown }

const GROUP = { rows: 2_000, bytes: 8 * 1024 * 1024 }
/** Beyond this the disk has not kept up for seconds, and refusing sends is better than using ever more memory. */
const WAITING_BYTES = 128 * 1024 * 1024
const BUSY_PAUSE_MS = 10
const BUSY_GIVE_UP_MS = 5_000

/**
 * All waiting jobs share one transaction, and so one sync. A transaction begins and commits in one tick, so no code of
 * this process sees half of it, and none stays open during an await.
 */
export function createGroupCommit(db: DatabaseSync, { onCommit, beforeCommit, onRollback }: Hooks = {}): GroupCommit {
  let queue: Waiting[] = []
  let waitingBytes = 0
  let scheduled = false
  let busyMs = 0
  let closing: (() => void) | undefined
  let closed = false

  function schedule() {
    if (scheduled || queue.length === 0) return
    scheduled = true
    setImmediate(commitGroup)
  }

  function commitGroup() {
    scheduled = false
    const group = takeGroup(queue)
    const outcomes = attempt(group)
    if (outcomes === 'busy') {
      scheduled = true
      busyMs += BUSY_PAUSE_MS
      setTimeout(commitGroup, BUSY_PAUSE_MS)
      return
    }
    busyMs = 0
    if (outcomes === 'apart') {
      for (const job of group) job.alone = true
    } else {
      queue = queue.slice(group.length)
      for (const [index, job] of group.entries()) {
        waitingBytes -= job.bytes
        job.settle(outcomes[index] as Outcome)
      }
    }
    schedule()
    if (queue.length === 0) closing?.()
  }

  /** 'apart': the group has failed, and each of its jobs is tried alone. */
  function attempt(group: readonly Waiting[]): Outcome[] | 'busy' | 'apart' {
    const began = performance.now()
    try {
      db.exec('BEGIN IMMEDIATE')
    } catch (error) {
      if (isBusy(error) && busyMs < BUSY_GIVE_UP_MS) return 'busy'
      return group.map(() => ({ error: toRefusal(error) }))
    }
    try {
      const outcomes = group.map((job) => ({ value: job.run() }))
      beforeCommit?.()
      db.exec('COMMIT')
      const rows = group.reduce((sum, it) => sum + it.rows, 0)
      onCommit?.({ calls: group.length, rows, ms: performance.now() - began })
      return outcomes
    } catch (error) {
      // A full disk or an I/O error may have rolled back already.
      if (db.isTransaction) db.exec('ROLLBACK')
      onRollback?.()
      return group.length > 1 ? 'apart' : [{ error: toRefusal(error) }]
    }
  }

  return {
    write<T>(job: Job<T>) {
      if (closed) return Promise.reject(new RoostError('unavailable', 'The store is closed', { retryAfterMs: 1_000 }))
      if (waitingBytes > WAITING_BYTES) {
        return Promise.reject(new RoostError('unavailable', 'The store is overloaded', { retryAfterMs: 2_000 }))
      }
      return new Promise<T>((resolve, reject) => {
        const settle = (outcome: Outcome) => {
          if ('error' in outcome) reject(outcome.error)
          else resolve(outcome.value as T)
        }
        queue.push({ ...job, alone: false, settle })
        waitingBytes += job.bytes
        schedule()
      })
    },
    async close() {
      closed = true
      if (queue.length > 0) await new Promise<void>((resolve) => (closing = resolve))
    },
  }
}

/**
 * The longest run of jobs from the start of the queue within the bounds: at least one, and a job that runs alone is the
 * only one.
 */
function takeGroup(queue: readonly Waiting[]): Waiting[] {
  const group: Waiting[] = []
  let { rows, bytes } = GROUP
  for (const job of queue) {
    rows -= job.rows
    bytes -= job.bytes
    if (group.length > 0 && (job.alone || rows < 0 || bytes < 0)) break
    group.push(job)
    if (job.alone) break
  }
  return group
}
