/** Resolves when the caller may begin. */
export type Throttle = () => Promise<void>

/**
 * Lets `perTurn` callers begin in each turn of the event loop, in the order of their arrival. When thousands come at
 * once, other work then waits for a few of them only.
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
