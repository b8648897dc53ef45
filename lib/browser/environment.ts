/** Reports the network and the page's own visibility. Returns stop. */
export function watchEnvironment(heard: {
  network: (there: boolean) => void
  /** The tab is visible again. Its timers may have slept, and the network may be another. */
  visible: () => void
  leaving: () => void
}): () => void {
  const on = <T extends EventTarget>(target: T, type: string, run: () => void) => {
    target.addEventListener(type, run)
    return () => target.removeEventListener(type, run)
  }
  const stops = [
    on(window, 'online', () => heard.network(true)),
    on(window, 'offline', () => heard.network(false)),
    on(document, 'visibilitychange', () => document.visibilityState === 'visible' && heard.visible()),
    on(document, 'resume', heard.visible),
    on(window, 'pageshow', heard.visible),
    on(window, 'pagehide', heard.leaving),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
