import { randomBytes } from 'node:crypto'
import { getRequestListener } from '@hono/node-server'
import { FEATURES } from '../lib/protocol/about.ts'
import { limits } from '../lib/protocol/limits.ts'
import { createAuth } from './auth/auth.ts'
import { allowedOrigins } from './auth/origins.ts'
import type { Config } from './config/config.ts'
import { warningsOf } from './config/warnings.ts'
import { removeData } from './core/accounts/remove-data.ts'
import { createMother } from './core/create-mother.ts'
import type { Lan } from './core/ports/lan.ts'
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
import { createLan } from './lan/open-lan.ts'
import { createSocketGateway } from './live/gateway.ts'
import { openFiles } from './open-files.ts'
import { nodeName, openNodes } from './open-nodes.ts'
import { openPush, type PushSetting } from './open-push.ts'
import { openStorage } from './open-storage.ts'
import { createAdminWork } from './operations/admin/admin-work.ts'
import { createMetrics } from './operations/metrics/create-metrics.ts'
import { createStop } from './stop.ts'
import { createAuthenticate } from './traffic/authenticate.ts'
import { createCalls } from './traffic/calls.ts'
import { limitConnections } from './traffic/connection-limit.ts'
import { createKnownBrowsers } from './traffic/guessing/known-browsers.ts'
import { isForeignHost } from './traffic/host.ts'
import { createOwnOrigins } from './traffic/own-origin.ts'
import { createRateLimits } from './traffic/rate-limits.ts'
import { withRoundRobinPulls } from './traffic/round-robin-pulls.ts'

const DAY_MS = 24 * 60 * 60_000

export interface RoostServer {
  /** The address that people open. */
  url: string
  port: number
  lan: Lan
  /** Answers the calls in flight, disconnects the devices, closes the store. */
  stop(): Promise<void>
}

/** Starts the whole server in this process. @throws Error whose message is one line for the operator. */
export async function serve(
  config: Config,
  log: Log,
  node = nodeName(),
  pushSetting: PushSetting = {},
): Promise<RoostServer> {
  const storage = openStorage(config, 'exclusive', log)
  for (const warning of warningsOf(config)) log.warn(warning)
  try {
    return await start(config, log, node, storage, pushSetting)
  } catch (error) {
    storage.release()
    throw error
  }
}

async function start(
  config: Config,
  log: Log,
  node: string,
  storage: Storage,
  pushSetting: PushSetting,
): Promise<RoostServer> {
  const httpServer = createHttpServer(createSecurityHeaders(config.baseUrl?.startsWith('https:') ?? false))
  if (config.rateLimit) limitConnections(httpServer.server, config.trustProxy)
  const port = await listen(httpServer.server, config.port, config.host)
  const url = config.baseUrl ?? `http://localhost:${port}`
  const lan = createLan({ ...config, port }, httpServer.server, log)
  const baseUrl = () => lan.address()?.plain ?? url
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
  const opened = openFiles(config, { store, bus, log, metrics })
  const { vapidKey } = storage
  const push = openPush(config, { ...pushSetting, store, presence, metrics, log, vapidKey, onError })
  const available: Record<string, unknown> = { files: opened, push }
  const features = FEATURES.filter((it) => !(it in available) || available[it] !== undefined)
  const sweepFiles = async () => opened?.sweep.run()
  const retention = await scheduleRetention(store, config, log, sweepFiles)
  void opened?.sweep.removeStrays()
  const { agesFrom } = retention
  const tokenIdleMs = config.tokenIdleDays * DAY_MS
  const motherDeps = {
    store,
    bus,
    presence,
    ...(push && { hints: push.hints }),
    features,
    now: Date.now,
    agesFrom,
    tokenIdleMs,
    devicesPerHour: config.rateLimit ? limits.devicesPerHour : undefined,
    randomBytes,
    baseUrl,
    onError,
  }
  const mother = withRoundRobinPulls(metrics.mother(createMother(motherDeps)))
  const accounts = storage.openAccounts()
  const removeDataOf = async (userId: string) => void (await removeData({ mother, store, sweepFiles }, userId))
  const aboutAuth = { ...config, secret: storage.authSecret, baseUrl: url, origins, log }
  const auth = await createAuth({ ...aboutAuth, accounts, epochs: store, removeData: removeDataOf })

  const adminWork = createAdminWork({ config: { ...config, port }, mother, store, sweepFiles, users: auth.users })

  const calls = createCalls()
  const rateLimits = createRateLimits(config.rateLimit, nodes.createLimiter)
  const authenticate = createAuthenticate(mother, rateLimits)
  const { trustProxy, metricsToken, allowedOrigins: otherOrigins } = config
  const knownBrowsers = createKnownBrowsers(storage.authSecret, url.startsWith('https:'))
  const ownOrigins = createOwnOrigins(origins, config.baseUrl)
  const files = opened?.files
  const inside = { mother, bus, files, push: push?.push, features, auth, adminWork, calls, lan, baseUrl }
  const shared = { ...inside, rateLimits, knownBrowsers, authenticate, ownOrigins, otherOrigins }
  const parts = [{ name: 'store', needed: true, check: () => mother.check() }, ...storage.parts, ...nodes.parts]
  const refusesHost = config.baseUrl === undefined ? isForeignHost : undefined
  const deps = { ...shared, refusesHost, trustProxy, parts, log, metrics, metricsToken }
  const sockets = createSocketGateway(httpServer.server, deps)
  const http = createHttpApp(deps, sockets.openStream)
  const pages = config.pages ? await openPages(config, port, origins) : undefined
  const wire = getRequestListener(http.fetch, { overrideGlobalObjects: false })
  httpServer.open({ wire, pages: pages?.handle ?? wire, pagesPolicy: pages?.policy, refusesHost })
  routeUpgrades(httpServer.server, pages?.upgrade)
  if (config.lan) await lan.open()
  push?.start()

  const { release } = storage
  const { stop: stopRetention } = retention
  const { drainMs } = config
  return {
    url,
    port,
    lan,
    stop: createStop({
      ...{ httpServer, lan, calls, files, sweep: opened?.sweep, sockets, pages, push, mother, auth, nodes },
      ...{ stopRetention, drainMs, release },
    }),
  }
}
