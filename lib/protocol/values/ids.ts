import * as v from 'valibot'

/** A lower-case canonical UUID. The version digit is not checked, so that clients may choose theirs. */
export const uuidSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a lower-case UUID'),
)

/** The receiver of a message for every device of the user, in place of one device's id. */
export const ALL = 'all'
export const receiverSchema = v.union([v.literal(ALL), uuidSchema], 'must be "all" or a lower-case UUID')

/** A version or a count: a safe integer from 0 up. */
export const versionSchema = v.pipe(
  v.number(),
  v.safeInteger('must be a safe integer'),
  v.minValue(0, 'must not be negative'),
)

/** A digest means nothing to devices: they only store it and send it back. */
export const digestSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be a digest as the mother gave it'),
)

/**
 * A UUID of version 7 (RFC 9562): 48 bits of milliseconds since the epoch, then random bits.
 * Clock and randomness are inputs, so that a test or a simulation can repeat it.
 */
export function uuidV7(nowMs: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  bytes.set(random.subarray(0, 16))
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(nowMs) << 16n) | BigInt(((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
