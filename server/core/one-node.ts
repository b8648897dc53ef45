import { createInProcessBus } from './in-process-bus.ts'
import { inMemory } from './ports/limiter.ts'
import type { Nodes } from './ports/nodes.ts'
import { createLocalPresence } from './ports/presence.ts'

/** A single node: all state is in its memory, and no other node could take over. */
export function oneNode(onError: (error: unknown) => void): Nodes {
  const bus = createInProcessBus(onError)
  const presence = createLocalPresence()
  return { bus, presence, createLimiter: inMemory, parts: [], close: () => bus.close() }
}
