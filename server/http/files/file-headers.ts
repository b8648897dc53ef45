import type { FileRecord } from '../../core/ports/files.ts'

/** Shown at our own address, a file could act as its reader. It can never run, whatever it is. */
const SANDBOX = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
const A_YEAR_S = 31_536_000
const UNKNOWN = 'application/octet-stream'

/** A browser would run these: pages, and pictures that are pages. */
const RUNS = /^(text\/html|text\/xml|text\/xsl|application\/xml|[^;]*\+xml|[^;]*(java|ecma|js)script|application\/pdf)/i
const MIME = /^[a-z0-9!#$&^_.+-]{1,127}\/[a-z0-9!#$&^_.+-]{1,127}(; ?[a-z0-9-]+=[a-z0-9!#$&^_.+-]+)*$/i

/** The headers of a file, which never changes. */
export function fileHeaders({ sha256, type, name }: FileRecord & { sha256: string }): Record<string, string> {
  return {
    'Content-Type': MIME.test(type) && !RUNS.test(type) ? type : UNKNOWN,
    'Content-Disposition': disposition(name),
    'Content-Security-Policy': SANDBOX,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': `private, max-age=${A_YEAR_S}, immutable`,
    'Accept-Ranges': 'bytes',
    ETag: etagOf(sha256),
  }
}

export const etagOf = (sha256: string) => `"${sha256}"`

/** Whether `If-None-Match` or `If-Range` names this file as it is. */
export const names = (header: string | undefined, sha256: string) =>
  header?.split(',').some((it) => [etagOf(sha256), `W/${etagOf(sha256)}`, '*'].includes(it.trim())) ?? false

/** A name, never a path: without separators, controls, and characters that turn its direction (RFC 6266, RFC 8187). */
function disposition(name: string): string {
  const safe = name.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, '').replace(/[/\\:*?"<>|]/g, '_')
  const plain = safe.replace(/^[. ]+|[. ]+$/g, '')
  if (plain === '') return 'attachment'
  const encoded = encodeURIComponent(plain).replace(/['()*]/g, (it) => `%${it.charCodeAt(0).toString(16)}`)
  const ascii = plain.replace(/[^\x20-\x7e]|%/g, '_')
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
