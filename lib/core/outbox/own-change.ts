import type { OutboxEntry } from '../ports.ts'

/** A deleted message can be brought back for so long. */
export const UNDO_MS = 10_000

/** The post that an edit or a delete is about, as its entry on the screen names it. */
export interface ChangeTarget {
  id: string
  to: string
  contentType: string
}

/** Nothing outside of this device knows the entry, so it may change in place. */
export const isUnseen = (entry: OutboxEntry): boolean => entry.state === 'waiting' && entry.fresh === true

/** A clock that was set back must not hold a delete for hours. */
export function isHeld({ heldUntil }: Pick<OutboxEntry, 'heldUntil'>, now: number): boolean {
  return heldUntil !== undefined && heldUntil > now && heldUntil - now <= UNDO_MS
}
