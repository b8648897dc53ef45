import * as v from 'valibot'
import { limits } from './limits.ts'
import { exceedsUtf8 } from './values/text.ts'

export const MARK_CONTENT_TYPE = 'application/vnd.roost.mark+json'

const stringSchema = v.pipe(
  v.string(),
  v.check(
    (text) => [...text].length <= limits.markStringLength,
    `must have at most ${limits.markStringLength} characters`,
  ),
)

/** JSON may write a number that overflows to Infinity. */
const valueSchema = v.union(
  [stringSchema, v.pipe(v.number(), v.finite()), v.boolean(), v.null()],
  `must be a number, true, false, null, or text of at most ${limits.markStringLength} characters`,
)

export type MarkValue = v.InferOutput<typeof valueSchema>

export type CheckedMark =
  | { ok: true; values: ReadonlyMap<string, MarkValue> }
  | { ok: false; code: 'invalid_request' | 'payload_too_large'; message: string }

/** Reads what a mark says: by key, with null for a key that it clears. Server, composer and timeline share it. */
export function checkMark(contentType: string, content: string): CheckedMark {
  if (contentType !== MARK_CONTENT_TYPE) return invalid(`contentType: of a mark must be ${MARK_CONTENT_TYPE}`)
  if (exceedsUtf8(content, limits.markBytes)) {
    const message = `content: of a mark must have at most ${limits.markBytes} bytes of UTF-8`
    return { ok: false, code: 'payload_too_large', message }
  }
  const json = parseJson(content)
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return invalid('content: of a mark must be a JSON object')
  }
  // A Map, because a key may be called "__proto__".
  const values = new Map<string, MarkValue>()
  for (const [key, value] of Object.entries(json)) {
    const checked = v.safeParse(valueSchema, value)
    if (!checked.success) return invalid(`content: ${JSON.stringify(key)} ${checked.issues[0].message}`)
    values.set(key, checked.output)
  }
  if (values.size === 0) return invalid('content: of a mark must set or clear at least one key')
  return { ok: true, values }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

function invalid(message: string): CheckedMark {
  return { ok: false, code: 'invalid_request', message }
}
