import { sha256 } from '@noble/hashes/sha2.js'
import type { Format } from './draft.ts'

const utf8 = new TextEncoder()

/**
 * The messageId under which a message of another place is brought in. It follows from its source alone, so a second
 * import of the same file brings nothing twice. A UUID of version 8.
 */
export function importId(format: Format, source: string): string {
  const bytes = sha256(utf8.encode(`roost import\n${format}\n${source}`)).slice(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
