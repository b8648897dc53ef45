const PATIENCE_MS = 500

/** Resolves when the page has nothing else to do, or after half a second. */
export function idle(): Promise<void> {
  // Safari lacks requestIdleCallback.
  if (!('requestIdleCallback' in globalThis)) return new Promise((resolve) => setTimeout(resolve, 1))
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS }))
}
