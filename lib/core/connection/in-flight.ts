/** Everything that one state of the connection has started. Leaving the state cancels it. */
export function createInFlight() {
  let cancelAll = () => {}

  function add(cancel: () => void): void {
    const before = cancelAll
    cancelAll = () => {
      before()
      cancel()
    }
  }

  return {
    add,
    /** Aborts when the state is left. */
    signal(): AbortSignal {
      const stop = new AbortController()
      add(() => stop.abort())
      return stop.signal
    },
    cancel() {
      const due = cancelAll
      cancelAll = () => {}
      due()
    },
  }
}
