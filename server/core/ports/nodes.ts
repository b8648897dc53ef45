import type { Part } from '../readiness.ts'
import type { Bus } from './bus.ts'
import type { CreateLimiter } from './limiter.ts'
import type { Presence } from './presence.ts'

/** Shared between the nodes of one Roost, besides the store. */
export interface Nodes {
  bus: Bus
  presence: Presence
  createLimiter: CreateLimiter
  parts: Part[]
  close(): Promise<void>
}
