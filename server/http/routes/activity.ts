import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { Identify } from '../caller.ts'
import type { Answers } from './answer.ts'

/** `/v1/activity`: what happened in the account. */
export function activityCalls({ mother }: GatewayDeps, identify: Identify): Answers<'activity'> {
  return {
    activity: async (c) => ({ activity: await mother.activity((await identify.deviceOrSession(c)).userId) }),
  }
}
