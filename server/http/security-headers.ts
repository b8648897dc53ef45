import type { ServerResponse } from 'node:http'

const everywhere = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Not `no-referrer`: browsers then send `Origin: null` with some of our own requests.
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const

/** Data must never be shown as a page. */
const wirePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const ONE_YEAR_S = 365 * 24 * 60 * 60

/** Sets the security headers on a response before its handler runs. */
export type SetSecurityHeaders = (response: ServerResponse, pagesPolicy?: string) => void

/** `https`: browsers reach this server over HTTPS only. */
export function createSecurityHeaders(https: boolean): SetSecurityHeaders {
  const always = Object.entries({
    ...everywhere,
    ...(https ? { 'Strict-Transport-Security': `max-age=${ONE_YEAR_S}` } : {}),
  })
  return (response, pagesPolicy = wirePolicy) => {
    for (const [name, value] of always) response.setHeader(name, value)
    response.setHeader('Content-Security-Policy', pagesPolicy)
  }
}
