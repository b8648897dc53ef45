/** The bundler puts in the files of the app's shell and the id of the build they belong to. */
declare const __ROOST_PRECACHE__: string[]
declare const __ROOST_BUILD__: string

const PREFIX = 'roost-shell-'
const present = `${PREFIX}${__ROOST_BUILD__}`

/** Stores the whole app for a cold start offline. When a file is missing this fails, and the old worker stays. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(present)
  await cache.addAll(__ROOST_PRECACHE__.map((path) => new Request(path, { cache: 'reload' })))
}

/** Deletes the shells of older builds except the last: tabs still open on that build may ask for its files. */
export async function dropOldShells(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== present)
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)))
}

const APP_FILE = /^\/(_next\/static\/|appearance|icon|apple-icon|favicon|manifest|search-worker\.js$)/

/**
 * Answers with a page or a file of the app from the shell first, so that a page and its files belong to one build. Null
 * for every other request: the worker never stores the wire or the account.
 */
export function fromShell(request: Request): Promise<Response> | null {
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return null
  if (request.mode === 'navigate') return navigation(request, url)
  return APP_FILE.test(url.pathname) ? appFile(request, url) : null
}

async function appFile(request: Request, { pathname }: URL): Promise<Response> {
  const response = (await stored(pathname)) ?? (await fetch(request))
  // A worker takes the address of its response for its own. That one has lost its fragment, which says what the worker
  // loads; a copy has no address, so that of the request counts.
  return request.destination === 'worker' ? new Response(response.body, response) : response
}

async function navigation(request: Request, url: URL): Promise<Response> {
  const page = await stored(url.pathname)
  if (page) return page
  // The server answers addresses that are no page of the app, such as a health check; offline the inbox does.
  return fetch(request).catch(async () => (await stored('/')) ?? Response.error())
}

async function stored(path: string): Promise<Response | undefined> {
  const options = { ignoreSearch: true, ignoreVary: true }
  return (await (await caches.open(present)).match(path, options)) ?? (await caches.match(path, options))
}
