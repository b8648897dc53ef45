/** Set when the worker is bundled: the files of the app's shell, and the build they belong to. */
declare const __ROOST_PRECACHE__: string[]
declare const __ROOST_BUILD__: string

const PREFIX = 'roost-shell-'
const present = `${PREFIX}${__ROOST_BUILD__}`

/** Keeps the whole app for a cold start offline. Fails, and the old worker stays, unless every file arrived. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(present)
  await cache.addAll(__ROOST_PRECACHE__.map((path) => new Request(path, { cache: 'reload' })))
}

/** Drops the shells of older builds but one: tabs still open on it may yet ask for a file of theirs. */
export async function dropOldShells(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== present)
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)))
}

const APP_FILE = /^\/(_next\/static\/|icon|apple-icon|favicon|manifest)/

/**
 * A page or a file of the app, from the shell first: the page and its files then always belong to one build. Null for
 * everything that is not the shell's: the wire and the account are never cached.
 */
export function fromShell(request: Request): Promise<Response> | null {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return null
  if (request.mode === 'navigate') return navigation(request, url)
  return APP_FILE.test(url.pathname) ? stored(url.pathname).then((hit) => hit ?? fetch(request)) : null
}

async function navigation(request: Request, url: URL): Promise<Response> {
  const page = await stored(url.pathname)
  if (page) return page
  // Not one of the app's pages (a health check typed into the address bar, say): the server's answer, or else the inbox.
  return fetch(request).catch(async () => (await stored('/')) ?? Response.error())
}

async function stored(path: string): Promise<Response | undefined> {
  const options = { ignoreSearch: true, ignoreVary: true }
  return (await (await caches.open(present)).match(path, options)) ?? (await caches.match(path, options))
}
