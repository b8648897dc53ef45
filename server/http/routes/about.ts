import { readFileSync } from 'node:fs'
import { FEATURES, PROTOCOL } from '../../../lib/protocol/about.ts'
import type { AnswerOf } from '../../../lib/protocol/calls.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { Answers } from './answer.ts'

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'))

/** `/v1/about`: anybody may ask what answers here, before they have an account. */
export function aboutCalls({ auth: { signUp } }: GatewayDeps): Answers<'about'> {
  return {
    about: async (): Promise<AnswerOf<'about'>> => ({
      ...{ product: 'roost', version, protocol: PROTOCOL, features: [...FEATURES] },
      ...{ signup: signUp.rule, accountExists: await signUp.accountExists() },
    }),
  }
}
