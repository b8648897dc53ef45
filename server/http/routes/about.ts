import { PROTOCOL } from '../../../lib/protocol/about.ts'
import type { AnswerOf } from '../../../lib/protocol/calls.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { version } from '../version.ts'
import type { Answers } from './answer.ts'

/** `/v1/about`: anybody may ask what answers here, before they have an account. */
export function aboutCalls({ auth: { signUp }, features, push }: GatewayDeps): Answers<'about'> {
  return {
    about: async (): Promise<AnswerOf<'about'>> => ({
      ...{ product: 'roost', version, protocol: PROTOCOL, features: [...features] },
      ...{ signup: signUp.rule, accountExists: await signUp.accountExists() },
      ...(push && { pushKey: push.key }),
    }),
  }
}
