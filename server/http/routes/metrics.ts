import { hash, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { isLoopback, namesLoopback } from '../../traffic/host.ts'
import type { HttpContext, HttpEnv } from '../env.ts'

/** Proxies add these headers, and a proxy may well run on this machine. */
const forwarded = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']

/** Serves the metrics to holders of METRICS_TOKEN; without one only to this machine, and not through a proxy. */
export function metricsRoutes({ metrics, metricsToken }: GatewayDeps): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()
  const { page } = metrics
  if (!page) return app
  app.get('/metrics', async (c) => {
    if (metricsToken !== undefined) requireToken(c, metricsToken)
    else if (!isDirect(c)) throw new RoostError('forbidden', 'only from the machine itself; see METRICS_TOKEN')
    return c.body(await page.text(), 200, { 'Content-Type': page.contentType })
  })
  return app
}

function requireToken(c: HttpContext, token: string): void {
  const given = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
  if (timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', token, 'buffer'))) return
  throw new RoostError('unauthenticated', 'this call needs METRICS_TOKEN')
}

function isDirect(c: HttpContext): boolean {
  const { remoteAddress = '' } = c.env.incoming.socket
  return (
    isLoopback(remoteAddress) &&
    namesLoopback(c.req.header('host')) &&
    forwarded.every((name) => c.req.header(name) === undefined)
  )
}
