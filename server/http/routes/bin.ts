import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { Identify } from '../caller.ts'
import type { Answers } from './answer.ts'

/** `/v1/bin`: deleted texts, for a person who has just signed in. */
export function binCalls({ mother }: GatewayDeps, identify: Identify): Answers<'bin' | 'emptyBin'> {
  return {
    async bin(c) {
      const { userId } = await identify.freshSession(c)
      const { before } = c.req.query()
      const messages = await mother.bin(userId, { before: before === undefined ? undefined : Number(before) })
      return c.body(`{"messages":[${messages.join(',')}]}`, 200, { 'Content-Type': 'application/json' })
    },
    emptyBin: async (c) => mother.emptyBin((await identify.freshSession(c)).userId),
  }
}
