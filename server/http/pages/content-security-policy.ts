/**
 * A live channel has a scheme of its own, and not every browser takes it for the same origin. (A policy has no words for an
 * address like [::1]; there 'self' has to do.)
 */
const liveOrigins = (origins: readonly string[]) =>
  origins.filter((it) => !it.includes('[')).map((it) => it.replace(/^http/, 'ws'))

/**
 * What the pages may do, as narrow as the app allows: nothing but its own files and its own server, and of inline scripts
 * only those that were built into the pages. So content of a message that ever became markup would still not run.
 */
export function contentSecurityPolicy(scriptHashes: readonly string[], origins: readonly string[]): string {
  const directives = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)],
    'style-src': ["'self'"],
    'font-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'connect-src': ["'self'", ...liveOrigins(origins)],
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

/** The development server makes its scripts up as it goes, and evaluates them. */
export const developmentPolicy = "base-uri 'self'; form-action 'self'; object-src 'none'; frame-ancestors 'none'"
