import * as v from 'valibot'
import type { BusEvent } from '../../core/ports/bus.ts'

/** The event that nodes send each other: a hint without content. Its receiver reads the store. */
export type Hint = Exclude<BusEvent, { type: 'missed' }>

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const hintSchema = v.variant('type', [
  v.object({ type: v.literal('appended'), from: version, upTo: version, digest: v.string(), floor: version }),
  v.object({ type: v.literal('devices') }),
  v.object({ type: v.literal('pairing'), deviceId: v.optional(v.string()) }),
  v.object({ type: v.literal('read'), readUpTo: version, head: version }),
  v.object({
    type: v.literal('file'),
    fileId: v.string(),
    viewers: v.union([v.literal('all'), v.array(v.string())]),
  }),
  v.object({ type: v.literal('revoked'), deviceId: v.string() }),
])
const publicationSchema = v.object({ node: v.string(), hint: hintSchema })

/**
 * Removes the messages from an event. With several nodes, none feeds messages from memory, not even the node that
 * stored them: another node may have revoked a device a moment ago, and only the store knows.
 */
export function toHint(event: Hint): Hint {
  if (event.type !== 'appended') return event
  const { messages: _, ...hint } = event
  return hint
}

export const encode = (node: string, hint: Hint): string => JSON.stringify({ node, hint })

/** null: no node of this version has published this. */
export function decode(text: string): { node: string; hint: Hint } | null {
  try {
    const result = v.safeParse(publicationSchema, JSON.parse(text))
    return result.success ? result.output : null
  } catch {
    return null
  }
}
