import type { Entry } from './entry.ts'

/**
 * The entries of `now`, of which each that says the same as before keeps its object, and the list keeps its array if
 * nothing changed. A screen draws an object that it has drawn before no second time.
 */
export function sameEntries(before: readonly Entry[], now: readonly Entry[]): readonly Entry[] {
  const known = new Map(before.map((it) => [it.id, it]))
  const entries = now.map((it) => {
    const old = known.get(it.id)
    return old && saysTheSame(old, it) ? old : it
  })
  const isSame = entries.length === before.length && entries.every((it, index) => it === before[index])
  return isSame ? before : entries
}

function saysTheSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => saysTheSame(one[key], other[key]))
}
