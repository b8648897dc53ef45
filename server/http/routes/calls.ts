import type { Hono } from 'hono'
import { type CallName, callNames, calls, type LiveCall, liveCallNames, routeOf } from '../../../lib/protocol/calls.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readJson } from '../body.ts'
import type { Who } from '../caller.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import type { Answers } from './answer.ts'
import { deviceCalls } from './devices.ts'
import { messageCalls } from './messages.ts'
import { pairingCalls } from './pairings.ts'

/** Every call of the wire, as the table of calls has it. */
export function addCalls(app: Hono<HttpEnv>, deps: GatewayDeps, who: Who): void {
  const answers: Answers<CallName> = {
    ...liveAnswers(deps, who),
    ...messageCalls(deps, who),
    ...deviceCalls(deps, who),
    ...pairingCalls(deps, who),
  }
  for (const call of callNames) {
    const { method, path } = routeOf(call)
    const { status = 200 } = calls[call]
    app.on(method, path, async (c) => {
      const answer = await answers[call](c)
      if (answer instanceof Response) return answer
      return status === 204 ? c.body(null, 204) : c.json(answer, status)
    })
  }
}

/** A device's calls, which need nothing but its token and their body. */
function liveAnswers({ mother }: GatewayDeps, who: Who): Answers<LiveCall> {
  const answer = (call: LiveCall) => async (c: HttpContext) =>
    mother[call](await who.device(c), await readJson(c.req.raw))
  return Object.fromEntries(liveCallNames.map((call) => [call, answer(call)])) as Answers<LiveCall>
}
