import type { Part } from '../readiness.ts'
import type { Bus } from './bus.ts'
import type { CreateLimiter } from './limiter.ts'
import type { Presence } from './presence.ts'

/** What the nodes of one Roost have between them besides the store. */
export interface Nodes {
  bus: Bus
  presence: Presence
  createLimiter: CreateLimiter
  parts: Part[]
  close(): Promise<void>
}
