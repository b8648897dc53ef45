import type { Mother } from '../core/mother.ts'
import type { Auth } from '../core/ports/auth.ts'
import type { Bus } from '../core/ports/bus.ts'
import type { Log } from '../core/ports/log.ts'
import type { Metrics } from '../core/ports/metrics.ts'
import type { Part } from '../core/readiness.ts'
import type { Authenticate } from './authenticate.ts'
import type { Calls } from './calls.ts'
import type { RateLimits } from './rate-limits.ts'

/** What both gateways work with. */
export interface GatewayDeps {
  mother: Mother
  bus: Bus
  auth: Auth
  authenticate: Authenticate
  calls: Calls
  rateLimits: RateLimits
  origins: readonly string[]
  /** How many proxies stand in front. */
  trustProxy: number
  /** What /readyz asks. */
  parts: readonly Part[]
  log: Log
  metrics: Metrics
  /** Whoever has it may read the metrics; undefined: only this machine. */
  metricsToken: string | undefined
}
