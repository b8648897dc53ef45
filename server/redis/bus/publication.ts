import * as v from 'valibot'
import type { BusEvent } from '../../core/ports/bus.ts'

/** What goes from node to node: hints, without content. Whoever hears one reads the store. */
export type Hint = Exclude<BusEvent, { type: 'missed' }>

const version = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const hintSchema = v.variant('type', [
  v.object({ type: v.literal('appended'), from: version, upTo: version, digest: v.string(), floor: version }),
  v.object({ type: v.literal('devices') }),
  v.object({ type: v.literal('read'), readUpTo: version, head: version }),
  v.object({ type: v.literal('revoked'), deviceId: v.string() }),
])
const publicationSchema = v.object({ node: v.string(), hint: hintSchema })

/**
 * The same event without the messages. On several nodes they are not handed on from memory, not even on the node that
 * stored them: a device may have been revoked on another one a moment ago, and only the store knows.
 */
export function toHint(event: Hint): Hint {
  if (event.type !== 'appended') return event
  const { messages: _, ...hint } = event
  return hint
}

export const encode = (node: string, hint: Hint): string => JSON.stringify({ node, hint })

/** null: nothing that a node of this version has published. */
export function decode(text: string): { node: string; hint: Hint } | null {
  try {
    const result = v.safeParse(publicationSchema, JSON.parse(text))
    return result.success ? result.output : null
  } catch {
    return null
  }
}
