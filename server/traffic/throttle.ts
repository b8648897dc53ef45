/** Resolves when it is this one's turn to begin. */
export type Throttle = () => Promise<void>

/**
 * Lets so many begin in each turn of the event loop, in the order in which they came; the rest begin in the turns after it. When
 * thousands come at once, whoever else is being served then waits for a few of them only, and not for all.
 */
export function createThrottle(perTurn: number): Throttle {
  let begun = 0
  let waiting: (() => void)[] = []

  function nextTurn() {
    const now = waiting.slice(0, perTurn)
    waiting = waiting.slice(perTurn)
    begun = now.length
    if (begun > 0) setImmediate(nextTurn)
    for (const begin of now) begin()
  }

  return () => {
    if (begun === 0) setImmediate(nextTurn)
    if (begun < perTurn) {
      begun += 1
      return Promise.resolve()
    }
    return new Promise((resolve) => waiting.push(resolve))
  }
}
