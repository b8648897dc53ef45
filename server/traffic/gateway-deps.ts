import type { IncomingMessage } from 'node:http'
import type { Files } from '../core/files/files.ts'
import type { Mother } from '../core/mother.ts'
import type { AdminWork } from '../core/ports/admin-work.ts'
import type { Auth } from '../core/ports/auth.ts'
import type { Bus } from '../core/ports/bus.ts'
import type { Lan } from '../core/ports/lan.ts'
import type { Log } from '../core/ports/log.ts'
import type { Metrics } from '../core/ports/metrics.ts'
import type { Push } from '../core/ports/push.ts'
import type { Part } from '../core/readiness.ts'
import type { Authenticate } from './authenticate.ts'
import type { Calls } from './calls.ts'
import type { KnownBrowsers } from './guessing/known-browsers.ts'
import type { OwnOrigins } from './own-origin.ts'
import type { RateLimits } from './rate-limits.ts'

/** Shared by both gateways. */
export interface GatewayDeps {
  mother: Mother
  bus: Bus
  /** undefined: this server takes none. */
  files: Files | undefined
  /** undefined: this server sends no Web Push. */
  push: Push | undefined
  /** The server can do these things beyond wire 1.0. */
  features: readonly string[]
  auth: Auth
  adminWork: AdminWork
  authenticate: Authenticate
  calls: Calls
  rateLimits: RateLimits
  knownBrowsers: KnownBrowsers
  ownOrigins: OwnOrigins
  /** The address for people, without a slash at the end. */
  baseUrl: () => string
  /** Web origins elsewhere that may call with a token. */
  otherOrigins: readonly string[]
  /** Says which requests came by a name that is not ours; undefined: every name is. */
  refusesHost: ((request: IncomingMessage) => boolean) | undefined
  lan: Lan
  /** How many proxies stand in front. */
  trustProxy: number
  /** The parts that /readyz checks. */
  parts: readonly Part[]
  log: Log
  metrics: Metrics
  /** Lets its holder read the metrics; undefined: only this machine may. */
  metricsToken: string | undefined
}
