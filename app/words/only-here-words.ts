import type { StayReason } from '../../lib/core/timeline/stay-reason.ts'
import { onlyHere as english } from './en/inbox/only-here.ts'
import { subject } from './language/catalog.ts'

const say = subject('onlyHere', english)

/** Explains why only this device holds a message; null when the message was deleted. */
export function onlyHereWords({ stays }: { stays?: StayReason }): string | null {
  if (stays === undefined) return say.comingBack
  if (stays === 'deleted') return null
  return say.byReason[stays] ?? say.other
}
