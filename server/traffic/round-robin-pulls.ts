import type { Mother } from '../core/mother.ts'
import { createRoundRobin } from './round-robin.ts'

/** A few, where the store is elsewhere and is waited for; the embedded one does one at a time anyway. */
const AT_ONCE = 16

/** The same mother, but users pull by turns: somebody who asks for megabytes a thousand times keeps nobody else waiting. */
export function withRoundRobinPulls(mother: Mother): Mother {
  const turns = createRoundRobin(AT_ONCE)
  return { ...mother, pull: (caller, payload) => turns.run(caller.userId, () => mother.pull(caller, payload)) }
}
