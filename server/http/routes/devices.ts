import { Hono } from 'hono'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readJson } from '../body.ts'
import type { Who } from '../caller.ts'
import type { HttpEnv } from '../env.ts'

/** `/v1/devices`: make, list, rename, revoke. */
export function deviceRoutes({ mother, auth }: GatewayDeps, who: Who): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()

  app.post('/', async (c) => {
    const userId = await who.session(c)
    return c.json(await mother.createDevice(userId, await readJson(c.req.raw)), 201)
  })

  app.get('/', async (c) => {
    const { userId, deviceId } = await who.deviceOrSession(c)
    return c.json(await mother.listDevices(userId, deviceId))
  })

  app.patch('/:deviceId', async (c) => {
    const { userId, deviceId } = await who.deviceOrSession(c)
    const payload = await readJson(c.req.raw)
    return c.json(await mother.renameDevice(userId, c.req.param('deviceId'), payload, deviceId))
  })

  app.delete('/:deviceId', async (c) => {
    const { userId, deviceId } = await who.deviceOrSession(c)
    const removed = c.req.param('deviceId')
    const { devices } = await mother.listDevices(userId, deviceId)
    // First, so that nobody who holds the removed device has a session left to make another with.
    if (devices.some((it) => it.deviceId === removed)) await auth.endSessions(userId, c.req.raw.headers)
    await mother.revokeDevice(userId, removed, deviceId)
    return c.body(null, 204)
  })

  return app
}
