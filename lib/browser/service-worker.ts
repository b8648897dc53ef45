/** Null where the browser offers no worker, such as on a plain-HTTP page. */
let registered: Promise<ServiceWorkerRegistration> | null = null

/** Registers the worker once for the page. While that fails, the page pulls by itself, and the next call tries again. */
export async function registerWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!('serviceWorker' in navigator)) return null
  registered ??= navigator.serviceWorker.register('/sw.js', { scope: '/', updateViaCache: 'none' })
  try {
    return await registered
  } catch {
    registered = null
    return null
  }
}

/**
 * The worker that can be asked, or null: not registered, or still installing for the first time. A page that has a
 * controlling worker uses it directly, because `register` waits until other installs and updates are done.
 */
export async function activeWorker(): Promise<ServiceWorker | null> {
  return controller() ?? (await registerWorker())?.active ?? null
}

/** Sends the worker a message while the page closes, when there is no time to await anything. */
export function tellWorker(message: unknown): void {
  controller()?.postMessage(message)
}

/** The registration that a page has by now; null where there is none. */
export async function presentRegistration(): Promise<ServiceWorkerRegistration | null> {
  return (await globalThis.navigator.serviceWorker?.getRegistration()) ?? null
}

const controller = () => globalThis.navigator.serviceWorker?.controller ?? null

/** The registration, without the wait of `register` where one exists already. */
async function registration(): Promise<SyncRegistration | null> {
  return controller() ? await navigator.serviceWorker.ready : await registerWorker()
}

/** Calls `ready` when a newer version of the app has replaced the one that loaded this page. */
export function watchForUpdate(ready: () => void): void {
  const container = navigator.serviceWorker
  // The first worker of this browser takes control, too, but is no update.
  let replaces = container?.controller != null
  container?.addEventListener('controllerchange', () => {
    if (replaces) ready()
    replaces = container.controller !== null
  })
}

/** Asks the browser to look for a newer version. By itself the browser does so only when it loads a page. */
export async function lookForUpdate(): Promise<void> {
  await (await registerWorker())?.update().catch(() => {})
}

interface SyncRegistration extends ServiceWorkerRegistration {
  sync?: { register(tag: string): Promise<void> }
  periodicSync?: { register(tag: string, options: { minInterval: number }): Promise<void> }
}

const PERIOD_MS = 12 * 60 * 60_000

/**
 * Asks the browser to wake the worker once there is a network again, even after this tab has closed. Some browsers
 * cannot.
 */
export async function askForSync(tag: string): Promise<void> {
  await (await registration())?.sync?.register(tag).catch(() => {})
}

export async function askForPeriodicSync(tag: string): Promise<void> {
  await (await registration())?.periodicSync?.register(tag, { minInterval: PERIOD_MS }).catch(() => {})
}
