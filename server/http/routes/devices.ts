import { listRequestSchema } from '../../../lib/protocol/device.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { Caller } from '../../core/mother.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readFirst } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import type { Answers } from './answer.ts'

type DeviceCall = 'createDevice' | 'listDevices' | 'renameDevice' | 'revokeDevice'

const named = (c: HttpContext) => c.req.param('deviceId') ?? ''

/** `/v1/devices`: make, list, rename, revoke. The body comes first: who asks is judged by what holds once it is here. */
export function deviceCalls({ mother }: GatewayDeps, identify: Identify): Answers<DeviceCall> {
  /** A device that removes itself, which every device may. */
  async function leaving(c: HttpContext): Promise<Caller | undefined> {
    if (c.req.header('authorization') === undefined) return undefined
    const caller = await identify.sender(c)
    return caller.deviceId === named(c) ? caller : undefined
  }

  return {
    async createDevice(c) {
      const payload = await readFirst(c.req.raw)
      const { userId, sessionId } = await identify.session(c)
      return mother.createDevice(userId, payload(), { sessionId })
    },
    async listDevices(c) {
      const { former: withFormer } = parse(listRequestSchema, c.req.query())
      const { userId, by } = await identify.deviceOrSession(c)
      const { devices, former } = await mother.listDevices(userId, by)
      return withFormer ? { devices, former } : { devices }
    },
    async renameDevice(c) {
      const payload = await readFirst(c.req.raw)
      const { userId, by } = await identify.deviceOrSession(c)
      return mother.renameDevice(userId, named(c), payload(), by)
    },
    async revokeDevice(c) {
      const own = await leaving(c)
      if (own) return mother.revokeDevice(own.userId, named(c), { deviceId: named(c) })
      const { userId, by } = await identify.deviceOrSession(c)
      // A device may leave. Only a person may make another one leave: a thief with a token would begin with that.
      const { sessionId } = await identify.freshSession(c, userId)
      await mother.revokeDevice(userId, named(c), { ...by, sessionId })
    },
  }
}
