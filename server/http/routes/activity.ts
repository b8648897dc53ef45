import { activityRequestSchema } from '../../../lib/protocol/activity.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { Identify } from '../caller.ts'
import type { Answers } from './answer.ts'

/** `/v1/activity`: what happened in the account. */
export function activityCalls({ mother }: GatewayDeps, identify: Identify): Answers<'activity'> {
  return {
    async activity(c) {
      const { before } = parse(activityRequestSchema, c.req.query())
      const { userId, by } = await identify.deviceOrSession(c)
      return { activity: await mother.activity(userId, by, before) }
    },
  }
}
