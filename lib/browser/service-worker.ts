/** Null where there can be none: a plain-HTTP page, a browser or a mode without them. */
let registered: Promise<ServiceWorkerRegistration> | null = null

/** Registers the worker once for the page. Failure means working without: the page then pulls by itself. */
export function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return Promise.resolve(null)
  registered ??= navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' })
  return registered.catch(() => null)
}

/**
 * The worker that can be asked, or null: not registered, or still installing for the first time. A page that has one does
 * not ask the browser for it: `register` stands in a queue with whatever installs or updates just now.
 */
export async function activeWorker(): Promise<ServiceWorker | null> {
  return controller() ?? (await registerWorker())?.active ?? null
}

/** Says something to the worker in the last moment of the page, when nothing can be awaited any more. */
export function tellWorker(message: unknown): void {
  controller()?.postMessage(message)
}

const controller = () => globalThis.navigator.serviceWorker?.controller ?? null

/** The registration, without the queue where there is one already. */
async function registration(): Promise<SyncRegistration | null> {
  return controller() ? await navigator.serviceWorker.ready : await registerWorker()
}

/** Calls when a newer version of the app has taken over from the one that this page was loaded with. */
export function watchForUpdate(ready: () => void): void {
  const container = navigator.serviceWorker
  // The first worker of this browser takes over, too, and is no update.
  let replaces = container?.controller != null
  container?.addEventListener('controllerchange', () => {
    if (replaces) ready()
    replaces = container.controller !== null
  })
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
  await (await registration())?.sync?.register(tag).catch(() => {})
}

export async function askForPeriodicSync(tag: string): Promise<void> {
  await (await registration())?.periodicSync?.register(tag, { minInterval: PERIOD_MS }).catch(() => {})
}
