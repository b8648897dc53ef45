import type { Auth } from '../auth/auth.ts'
import type { Bus } from '../bus/bus.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics/metrics.ts'
import type { Mother } from '../mother/mother.ts'
import type { Authenticate } from './authenticate.ts'
import type { Calls } from './calls.ts'
import type { RateLimits } from './rate-limit.ts'
import type { Part } from './readiness.ts'

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
