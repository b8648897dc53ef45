/** When the page goes away and comes back, for all code that would otherwise assume that a page runs on and on. */
export interface PageLife {
  isVisible(): boolean
  /** The page goes away: for good, into the back/forward cache, or on a phone into the background. Returns unsubscribe. */
  onLeaving(run: () => void): () => void
  /**
   * The page is visible again. Its timers may have slept, the network may be another, and connections that say they are
   * open may be dead. `left`: the page had gone away, so it missed announcements, and its locks were released. Returns
   * unsubscribe.
   */
  onBack(run: (left: boolean) => void): () => void
}

export function watchPage(): PageLife {
  const leaving = new Set<() => void>()
  const back = new Set<(left: boolean) => void>()
  let left = false
  const goes = () => {
    left = true
    for (const run of leaving) run()
  }
  const comes = () => {
    const was = left
    left = false
    for (const run of back) run(was)
  }
  addEventListener('pagehide', goes)
  addEventListener('pageshow', comes)
  document.addEventListener('resume', comes)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && comes())

  const subscribe =
    <T>(listeners: Set<T>) =>
    (run: T) => {
      listeners.add(run)
      return () => void listeners.delete(run)
    }
  return {
    // The browser calls a page hidden only after `pagehide`.
    isVisible: () => !left && document.visibilityState === 'visible',
    onLeaving: subscribe(leaving),
    onBack: subscribe(back),
  }
}
