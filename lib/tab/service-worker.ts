/** Null where there can be none: a plain-HTTP page, a browser or a mode without them. */
let registered: Promise<ServiceWorkerRegistration> | null = null

/** Registers the worker once for the page. Failure means working without: the page then pulls by itself. */
export function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return Promise.resolve(null)
  registered ??= navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' })
  return registered.catch(() => null)
}

/** The worker that can be asked, or null: not registered, or still installing for the first time. */
export async function activeWorker(): Promise<ServiceWorker | null> {
  return (await registerWorker())?.active ?? null
}

/** Calls when a newer version of the app has taken over from the one that this page was loaded with. Returns stop. */
export function watchForUpdate(ready: () => void): () => void {
  const container = navigator.serviceWorker
  if (!container?.controller) return () => {}
  container.addEventListener('controllerchange', ready)
  return () => container.removeEventListener('controllerchange', ready)
}

/** Asks the browser to look for a newer version; it does so by itself only when a page is loaded. */
export async function lookForUpdate(): Promise<void> {
  await (await registerWorker())?.update().catch(() => {})
}

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> }
  periodicSync?: { register(tag: string, options: { minInterval: number }): Promise<void> }
}

const PERIOD_MS = 12 * 60 * 60_000

/** Has the browser wake the worker when there is a network again, also after this tab has closed. An extra: not every browser can. */
export async function askForSync(tag: string): Promise<void> {
  const registration = (await registerWorker()) as SyncRegistration | null
  await registration?.sync?.register(tag).catch(() => {})
}

export async function askForPeriodicSync(tag: string): Promise<void> {
  const registration = (await registerWorker()) as SyncRegistration | null
  await registration?.periodicSync?.register(tag, { minInterval: PERIOD_MS }).catch(() => {})
}
