import type { Bus } from '../bus/bus.ts'
import type { CreateLimiter } from '../gateway/limiter.ts'
import type { Part } from '../gateway/readiness.ts'
import type { Presence } from '../mother/presence.ts'

/** What the nodes of one Roost have between them besides the store. */
export interface Nodes {
  bus: Bus
  presence: Presence
  createLimiter: CreateLimiter
  parts: Part[]
  close(): Promise<void>
}
