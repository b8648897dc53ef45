import type { Violation } from '../simulation/checker/violation.ts'
import { check } from '../simulation/checker.ts'
import type { Event } from '../simulation/history/event.ts'

/**
 * What cannot be judged from outside: how long the mother takes for a send that a bad network keeps from her (7), and what
 * nobody does here, revocation (12) and retention (14).
 */
const notSeen = new Set([7, 12, 14])

export const judge = (events: readonly Event[]): Violation[] => check(events).filter((it) => !notSeen.has(it.promise))
