import type { OnCommit } from '../committed.ts'
import type { Store } from '../store.ts'
import { openDatabase } from './open-database.ts'
import { createSqliteStore } from './sqlite-store.ts'

/** The embedded store in a file, which is made if need be. @throws Error with one line for the operator. */
export function openSqliteStore(file: string, onCommit?: OnCommit): Store {
  return createSqliteStore(openDatabase(file), onCommit && { onCommit })
}
