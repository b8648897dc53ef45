import type { Wake } from '../../../lib/protocol/wake.ts'

/** Gotify's phones stay silent at 0, and vibrate from 8 on. Its scale is open at both ends. */
export function wakeOfGotify(priority: number | undefined): Wake {
  if (priority === undefined) return 'normal'
  if (priority <= 0) return 'none'
  return priority >= 8 ? 'high' : 'normal'
}

/** 1 (min) to 5 (max): ntfy's phones tell of 1 only when they are looked at, and ring long from 4 on. */
export function wakeOfNtfy(priority: number): Wake {
  if (priority === 1) return 'none'
  return priority >= 4 ? 'high' : 'normal'
}
