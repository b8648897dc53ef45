import { RoostError } from '../../../lib/protocol/error.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readFirst } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { Answers } from './answer.ts'

/** `/v1/push`: a device that may sleep says where a push service takes hints for it. */
export function pushCalls({ push }: GatewayDeps, identify: Identify): Answers<'subscribePush' | 'unsubscribePush'> {
  const needed = () => {
    if (push === undefined) throw new RoostError('not_found', 'this server sends no Web Push')
    return push
  }
  return {
    async subscribePush(c) {
      const payload = await readFirst(c.req.raw)
      const caller = await identify.device(c)
      await needed().subscribe(caller, payload())
    },
    async unsubscribePush(c) {
      const caller = await identify.device(c)
      await needed().unsubscribe(caller)
    },
  }
}
