/**
 * Reads of one part may end in another order than they began in. A read that began earlier must not replace what a
 * later one has shown. Call it at the start of a read, and what it returns at the end: false means that the read is
 * too late.
 */
export function createReadsInOrder(): () => () => boolean {
  let begun = 0
  let shown = 0
  return () => {
    const mine = ++begun
    return () => {
      if (mine < shown) return false
      shown = mine
      return true
    }
  }
}
