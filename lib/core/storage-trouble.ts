import type { StorageView } from './device-state.ts'
import { StorageError } from './ports.ts'

export function viewTrouble(error: unknown): StorageView {
  if (!(error instanceof StorageError)) return { state: 'broken', reason: 'unknown' }
  return error.reason === 'quota' ? { state: 'full' } : { state: 'broken', reason: error.reason }
}
