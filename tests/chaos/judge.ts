import type { Violation } from '../simulation/checker/violation.ts'
import { check } from '../simulation/checker.ts'
import type { Event } from '../simulation/history/event.ts'

/**
 * Promises that this run cannot judge: a bad network hides how long the server takes for a send (7), and the run has no
 * revocation (12) and no retention (14).
 */
const notSeen = new Set([7, 12, 14])

export const judge = (events: readonly Event[]): Violation[] => check(events).filter((it) => !notSeen.has(it.promise))
