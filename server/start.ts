import { randomBytes } from 'node:crypto'
import { getRequestListener } from '@hono/node-server'
import { limits } from '../lib/protocol/limits.ts'
import { createAuth } from './auth/auth.ts'
import { allowedOrigins } from './auth/origins.ts'
import type { Config } from './config/config.ts'
import { warningsOf } from './config/warnings.ts'
import { removeData } from './core/accounts/remove-data.ts'
import { createMother } from './core/create-mother.ts'
import type { Log } from './core/ports/log.ts'
import { noMetrics } from './core/ports/metrics.ts'
import type { Storage } from './core/ports/storage.ts'
import { scheduleRetention } from './core/retention/schedule.ts'
import { createHttpApp } from './http/app.ts'
import { listen } from './http/listen.ts'
import { openPages } from './http/pages/pages.ts'
import { createSecurityHeaders } from './http/security-headers.ts'
import { createHttpServer } from './http/server.ts'
import { routeUpgrades } from './http/upgrade.ts'
import { createSocketGateway } from './live/gateway.ts'
import { nodeName, openNodes } from './open-nodes.ts'
import { openStorage } from './open-storage.ts'
import { createMetrics } from './operations/metrics/create-metrics.ts'
import { createStop } from './stop.ts'
import { createAuthenticate } from './traffic/authenticate.ts'
import { createCalls } from './traffic/calls.ts'
import { limitConnections } from './traffic/connection-limit.ts'
import { createKnownBrowsers } from './traffic/guessing/known-browsers.ts'
import { isForeignHost } from './traffic/host.ts'
import { createRateLimits } from './traffic/rate-limits.ts'
import { withRoundRobinPulls } from './traffic/round-robin-pulls.ts'

const DAY_MS = 24 * 60 * 60_000

export interface RoostServer {
  /** The address that people open. */
  url: string
  port: number
  /** Answers the calls in flight, disconnects the devices, closes the store. */
  stop(): Promise<void>
}

/** Starts the whole server in this process. @throws Error whose message is one line for the operator. */
export async function serve(config: Config, log: Log, node = nodeName()): Promise<RoostServer> {
  const storage = openStorage(config, 'exclusive', log)
  for (const warning of warningsOf(config)) log.warn(warning)
  try {
    return await start(config, log, node, storage)
  } catch (error) {
    storage.release()
    throw error
  }
}

async function start(config: Config, log: Log, node: string, storage: Storage): Promise<RoostServer> {
  const httpServer = createHttpServer(createSecurityHeaders(config.baseUrl?.startsWith('https:') ?? false))
  if (config.rateLimit) limitConnections(httpServer.server, config.trustProxy)
  const port = await listen(httpServer.server, config.port, config.host)
  const url = config.baseUrl ?? `http://localhost:${port}`
  const origins = allowedOrigins(config.baseUrl, port)
  const onError = (error: unknown) => log.error({ err: error }, 'in the background')

  const metrics = config.metrics ? createMetrics() : noMetrics
  let announceMissed = () => {}
  const store = metrics.store(await storage.openStore(metrics.committed, () => announceMissed()))
  if (storage.freeBytes) metrics.disk(storage.freeBytes)
  const nodes = openNodes(config, node, log, onError)
  const { presence } = nodes
  announceMissed = nodes.bus.announceMissed
  const bus = metrics.bus(nodes.bus)
  const retention = await scheduleRetention(store, config, log)
  const { agesFrom } = retention
  const tokenIdleMs = config.tokenIdleDays * DAY_MS
  const motherDeps = {
    store,
    bus,
    presence,
    now: Date.now,
    agesFrom,
    tokenIdleMs,
    devicesPerHour: config.rateLimit ? limits.devicesPerHour : undefined,
    randomBytes,
    baseUrl: () => url,
    onError,
  }
  const mother = withRoundRobinPulls(metrics.mother(createMother(motherDeps)))
  const accounts = storage.openAccounts()
  const removeDataOf = async (userId: string) => void (await removeData({ mother, store }, userId))
  const aboutAuth = { ...config, secret: storage.authSecret, baseUrl: url, origins, log }
  const auth = await createAuth({ ...aboutAuth, accounts, epochs: store, removeData: removeDataOf })

  const calls = createCalls()
  const rateLimits = createRateLimits(config.rateLimit, nodes.createLimiter)
  const authenticate = createAuthenticate(mother, rateLimits)
  const { trustProxy, metricsToken, allowedOrigins: otherOrigins } = config
  const knownBrowsers = createKnownBrowsers(storage.authSecret, url.startsWith('https:'))
  const shared = { mother, bus, auth, calls, rateLimits, knownBrowsers, authenticate, origins, otherOrigins }
  const parts = [{ name: 'store', needed: true, check: () => mother.check() }, ...storage.parts, ...nodes.parts]
  const refusesHost = config.baseUrl === undefined ? isForeignHost : undefined
  const deps = { ...shared, refusesHost, trustProxy, parts, log, metrics, metricsToken }
  const http = createHttpApp(deps)
  const pages = config.pages ? await openPages(config, port, origins) : undefined
  const wire = getRequestListener(http.fetch, { overrideGlobalObjects: false })
  httpServer.open({ wire, pages: pages?.handle ?? wire, pagesPolicy: pages?.policy, refusesHost })
  const sockets = createSocketGateway(httpServer.server, deps)
  routeUpgrades(httpServer.server, pages?.upgrade)

  const { release } = storage
  const { stop: stopRetention } = retention
  const { drainMs } = config
  return {
    url,
    port,
    stop: createStop({ httpServer, calls, sockets, pages, mother, auth, nodes, stopRetention, drainMs, release }),
  }
}
