import type { DeviceCache } from '../../../lib/storage/device-store.ts'

export type Ranges = { from: number; upTo: number }[]

/** The same cache, which says what it is about to apply while it asks for its transaction, and null again after that. */
export function markApplies(cache: DeviceCache, mark: (ranges: Ranges | null) => void): DeviceCache {
  const marked = (method: 'apply' | 'applyRebuild'): DeviceCache['apply'] => {
    const real = cache[method]
    return (batches, generation) => {
      mark(batches.map(({ from, upTo }) => ({ from, upTo })))
      try {
        return real(batches, generation)
      } finally {
        mark(null)
      }
    }
  }
  return { ...cache, apply: marked('apply'), applyRebuild: marked('applyRebuild') }
}
