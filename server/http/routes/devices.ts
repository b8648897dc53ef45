import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readJson } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import type { Answers } from './answer.ts'

type DeviceCall = 'createDevice' | 'listDevices' | 'renameDevice' | 'revokeDevice'

const named = (c: HttpContext) => c.req.param('deviceId') ?? ''

/** `/v1/devices`: make, list, rename, revoke. */
export function deviceCalls({ mother, auth }: GatewayDeps, identify: Identify): Answers<DeviceCall> {
  return {
    async createDevice(c) {
      const userId = await identify.session(c)
      return mother.createDevice(userId, await readJson(c.req.raw))
    },
    async listDevices(c) {
      const { userId, deviceId } = await identify.deviceOrSession(c)
      return mother.listDevices(userId, deviceId)
    },
    async renameDevice(c) {
      const { userId, deviceId } = await identify.deviceOrSession(c)
      return mother.renameDevice(userId, named(c), await readJson(c.req.raw), deviceId)
    },
    async revokeDevice(c) {
      const { userId, deviceId } = await identify.deviceOrSession(c)
      // A device may leave. Only a person may make another one leave: a thief with a token would begin with that.
      if (deviceId !== named(c)) await identify.freshSession(c, userId)
      const { devices } = await mother.listDevices(userId, deviceId)
      // Sessions end first, so that a person who holds the removed device has none left to make another with.
      if (devices.some((it) => it.deviceId === named(c))) await auth.endSessions(userId, c.req.raw.headers)
      await mother.revokeDevice(userId, named(c), deviceId)
    },
  }
}
