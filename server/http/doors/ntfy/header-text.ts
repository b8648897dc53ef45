import { utf8 } from '../../body.ts'

/**
 * A header as a person wrote it. Node reads headers as Latin-1, and ntfy's programs send UTF-8, as it is or encoded for
 * mail (RFC 2047).
 */
export function headerText(value: string): string {
  const text = utf8(Buffer.from(value, 'latin1')) ?? value
  // White space between two encoded words is no part of the text.
  const joined = text.replace(/(\?=)\s+(?==\?utf-8\?)/gi, '$1')
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (word, kind: string, coded: string) => {
    const bytes = kind.toLowerCase() === 'b' ? Buffer.from(coded, 'base64') : quotedBytes(coded)
    return utf8(bytes) ?? word
  })
}

const quotedBytes = (coded: string) =>
  Buffer.from(
    coded.replace(/_/g, ' ').replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  )
