import type { StorageView } from './device-state.ts'
import { StorageError } from './ports.ts'

export function viewTrouble(error: unknown): StorageView {
  if (error instanceof StorageError && error.reason === 'quota') return { state: 'full' }
  return { state: 'broken', reason: error instanceof Error ? error.message : String(error) }
}
