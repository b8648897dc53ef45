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

/** For data that nobody should ever look at as a page. */
const wirePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const ONE_YEAR_S = 365 * 24 * 60 * 60

/** Sets on an answer, whoever makes it, what a browser is to know before it looks inside. */
export type SetSecurityHeaders = (response: ServerResponse, pagesPolicy?: string) => void

/** `https`: people reach this server over HTTPS only. */
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
