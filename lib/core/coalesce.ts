/**
 * Runs `run` at most once at a time and rests after each run, so that a stream of calls leaves room for other work.
 * Calls made during a run share the next one, and resolve when it has ended.
 */
export function coalesce(run: () => Promise<void>, rest: () => Promise<void> = async () => {}): () => Promise<void> {
  let busy: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = (): Promise<void> => {
    const running = run()
    busy = running
      .catch(() => {})
      .then(rest)
      .finally(() => {
        busy = null
      })
    return running
  }
  return () => {
    if (!busy) return start()
    next ??= busy.then(() => {
      next = null
      return start()
    })
    return next
  }
}
