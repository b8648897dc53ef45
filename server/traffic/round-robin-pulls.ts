import type { Mother } from '../core/mother.ts'
import { createRoundRobin } from './round-robin.ts'

/** A few, because PostgreSQL answers over the network; SQLite reads one at a time anyway. */
const AT_ONCE = 16

/**
 * The same mother with round-robin pulls: a user who asks for megabytes a thousand times keeps no other user waiting.
 */
export function withRoundRobinPulls(mother: Mother): Mother {
  const turns = createRoundRobin(AT_ONCE)
  return { ...mother, pull: (caller, payload) => turns.run(caller.userId, () => mother.pull(caller, payload)) }
}
