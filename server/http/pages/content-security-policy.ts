import { type ComesFrom, calledOrigin } from '../../traffic/own-origin.ts'

/**
 * WebSockets have their own scheme, and some browsers do not take it for the same origin. A policy cannot name an
 * address like [::1], so 'self' has to do there.
 */
const liveOrigins = (origins: readonly string[]) =>
  origins.filter((it) => !it.includes('[')).map((it) => it.replace(/^http/, 'ws'))

/** From a page over HTTP, whether this browser would trust the same address over HTTPS. */
const secureOrigins = (origins: readonly string[]) =>
  origins.filter((it) => !it.includes('[')).map((it) => it.replace(/^http:/, 'https:'))

/**
 * The policy for each request: a server without BASE_URL is called by several names of its machine, and `origins` are only
 * the ones that are known at the start.
 */
export function createPolicy(scriptHashes: readonly string[], origins: readonly string[]) {
  const known = contentSecurityPolicy(scriptHashes, origins)
  return (request: ComesFrom): string => {
    const called = calledOrigin(request)
    if (called === undefined || origins.includes(called)) return known
    return contentSecurityPolicy(scriptHashes, [called], secureOrigins([called]))
  }
}

/**
 * The policy of the pages, as narrow as the app allows: only its own files and its own server, and only the inline
 * scripts that were built into the pages. So even message content that became markup would not run.
 */
export function contentSecurityPolicy(
  scriptHashes: readonly string[],
  origins: readonly string[],
  asked: readonly string[] = [],
): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    // Pictures, sounds and videos come from the service worker, and from memory where there is none.
    'media-src': ["'self'", 'blob:'],
    'connect-src': ["'self'", ...liveOrigins(origins), ...asked],
    'worker-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ')
}

/** The development server generates its scripts and evaluates them. */
export const developmentPolicy = "base-uri 'self'; form-action 'self'; object-src 'none'; frame-ancestors 'none'"
