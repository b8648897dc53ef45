import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readFirst } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import type { Answers } from './answer.ts'

type DeviceCall = 'createDevice' | 'listDevices' | 'renameDevice' | 'revokeDevice'

const named = (c: HttpContext) => c.req.param('deviceId') ?? ''

/** `/v1/devices`: make, list, rename, revoke. The body comes first: who asks is judged by what holds once it is here. */
export function deviceCalls({ mother }: GatewayDeps, identify: Identify): Answers<DeviceCall> {
  return {
    async createDevice(c) {
      const payload = await readFirst(c.req.raw)
      const { userId, sessionId } = await identify.session(c)
      return mother.createDevice(userId, payload(), { sessionId })
    },
    async listDevices(c) {
      const { userId, by } = await identify.deviceOrSession(c)
      return mother.listDevices(userId, by)
    },
    async renameDevice(c) {
      const payload = await readFirst(c.req.raw)
      const { userId, by } = await identify.deviceOrSession(c)
      return mother.renameDevice(userId, named(c), payload(), by)
    },
    async revokeDevice(c) {
      const { userId, by } = await identify.deviceOrSession(c)
      if (by.deviceId === named(c)) return mother.revokeDevice(userId, named(c), by)
      // A device may leave. Only a person may make another one leave: a thief with a token would begin with that.
      const { sessionId } = await identify.freshSession(c, userId)
      await mother.revokeDevice(userId, named(c), { ...by, sessionId })
    },
  }
}
