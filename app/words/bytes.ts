import { formatCount } from './count.ts'

const utf8 = new TextEncoder()

export const byteLength = (text: string): number => utf8.encode(text).length

/** The size of a text in UTF-8: "812 bytes", "4.2 kB", "31 kB". */
export function formatBytes(text: string): string {
  const bytes = byteLength(text)
  if (bytes < 1_000) return `${formatCount(bytes)} bytes`
  const kilo = bytes / 1_000
  return `${kilo < 10 ? kilo.toFixed(1) : Math.round(kilo)} kB`
}
