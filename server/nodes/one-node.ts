import { createInProcessBus } from '../bus/in-process.ts'
import { inMemory } from '../gateway/limiter.ts'
import { createLocalPresence } from '../mother/presence.ts'
import type { Nodes } from './nodes.ts'

/** The only one: everything is in its memory, and nobody could take over. */
export function oneNode(onError: (error: unknown) => void): Nodes {
  const bus = createInProcessBus(onError)
  const presence = createLocalPresence()
  return { bus, presence, createLimiter: inMemory, parts: [], close: () => bus.close() }
}
