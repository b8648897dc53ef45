import type { DatabaseSync } from 'node:sqlite'
import type { LogReader } from './log-reader.ts'

/** The fault of the next transaction that writes. */
export type CommitFault = 'none' | 'crashBefore' | 'crashAfter' | 'diskFull'

export interface RecordedDatabaseDeps {
  db: DatabaseSync
  reader: LogReader
  fault: () => CommitFault
  crash: () => void
  isDead: () => boolean
  committed: () => void
  bug: DatabaseBug
}

/** Where a classic bug can be planted. */
export interface DatabaseBug {
  opened?: (db: DatabaseSync) => void
  prepare?: (db: DatabaseSync, sql: string) => ReturnType<DatabaseSync['prepare']> | null
}

/** Thrown into code whose process is gone, so that it ends there unnoticed. */
export class Dead extends Error {}

/** The real database, but the machine under it may fail at the worst moment: around COMMIT. */
export function recordDatabase(deps: RecordedDatabaseDeps): DatabaseSync {
  const { db, fault, crash, isDead, committed, bug } = deps
  let writing = false

  function exec(sql: string): void {
    if (isDead()) throw new Dead('this process is dead')
    if (sql.startsWith('BEGIN')) writing = sql === 'BEGIN IMMEDIATE'
    if (sql === 'COMMIT' && writing) commit()
    else db.exec(sql)
  }

  function commit(): void {
    const kind = fault()
    if (kind === 'diskFull') throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
    if (kind === 'crashBefore') {
      db.exec('ROLLBACK')
      crash()
      throw new Dead('this process died before COMMIT')
    }
    db.exec('COMMIT')
    committed()
    // The process dies here, so its answer is never sent.
    if (kind === 'crashAfter') crash()
  }

  bug.opened?.(db)
  return {
    exec,
    prepare: (sql: string) => bug.prepare?.(db, sql) ?? db.prepare(sql),
    close: () => db.close(),
    get isOpen() {
      return db.isOpen
    },
    get isTransaction() {
      return db.isTransaction
    },
  } as DatabaseSync
}
