import type { Operation } from './operations/operation.ts'

/**
 * The fewest operations that still fail, by bisection: ever smaller parts are left out as long as the rest fails without
 * them. `tries` bounds how often the world is run again.
 */
export async function shrink(
  operations: readonly Operation[],
  fails: (some: readonly Operation[]) => Promise<boolean>,
  tries = 150,
): Promise<readonly Operation[]> {
  let kept = operations
  let left = tries
  for (let size = Math.ceil(kept.length / 2); size >= 1 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length && left > 0; ) {
      const without = [...kept.slice(0, from), ...kept.slice(from + size)]
      left--
      if (await fails(without)) kept = without
      else from += size
    }
  }
  return kept
}
