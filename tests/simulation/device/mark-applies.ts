import type { LocalStore } from '../../../lib/storage/local-store.ts'

export type Ranges = { from: number; upTo: number }[]

/** The same storage, which says what it is about to apply while it asks for its transaction, and null again after that. */
export function markApplies(store: LocalStore, mark: (ranges: Ranges | null) => void): LocalStore {
  const marked = (method: 'apply' | 'applyRebuild'): LocalStore['apply'] => {
    const real = store[method]
    return (batches, generation) => {
      mark(batches.map(({ from, upTo }) => ({ from, upTo })))
      try {
        return real(batches, generation)
      } finally {
        mark(null)
      }
    }
  }
  return { ...store, apply: marked('apply'), applyRebuild: marked('applyRebuild') }
}
