import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { Identify } from '../caller.ts'
import type { Answers } from './answer.ts'
import { jsonAnswer } from './json-answer.ts'
import { plainNumber } from './query.ts'

/** `/v1/bin`: deleted texts, for a person who has just signed in. */
export function binCalls({ mother }: GatewayDeps, identify: Identify): Answers<'bin' | 'emptyBin'> {
  return {
    async bin(c) {
      const { userId, sessionId } = await identify.freshSession(c)
      const { before } = c.req.query()
      const messages = await mother.bin(userId, { before: plainNumber(before) }, { sessionId })
      return jsonAnswer(c, `{"messages":[${messages.join(',')}]}`)
    },
    async emptyBin(c) {
      const { userId, sessionId } = await identify.freshSession(c)
      await mother.emptyBin(userId, { sessionId })
    },
  }
}
