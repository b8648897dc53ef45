import type { Hono, MiddlewareHandler } from 'hono'
import { type CallName, callNames, calls, type LiveCall, liveCallNames, routeOf } from '../../../lib/protocol/calls.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { readFirst } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext, HttpEnv } from '../env.ts'
import { aboutCalls } from './about.ts'
import { activityCalls } from './activity.ts'
import { adminCalls } from './admin.ts'
import type { Answers } from './answer.ts'
import { binCalls } from './bin.ts'
import { deviceCalls } from './devices.ts'
import { jsonAnswer } from './json-answer.ts'
import { messageCalls } from './messages.ts'
import { pairingCalls } from './pairings.ts'
import { pushCalls } from './push.ts'
import { checkQuery } from './query.ts'

/** Adds a route for every call in the table of calls. */
export function addCalls(app: Hono<HttpEnv>, deps: GatewayDeps, identify: Identify): void {
  const answers: Answers<CallName> = {
    ...liveAnswers(deps, identify),
    ...messageCalls(deps, identify),
    ...aboutCalls(deps),
    ...activityCalls(deps, identify),
    ...adminCalls(deps, identify),
    ...binCalls(deps, identify),
    ...deviceCalls(deps, identify),
    ...pairingCalls(deps, identify),
    ...pushCalls(deps, identify),
  }
  for (const call of callNames) {
    const { method, path } = routeOf(call)
    const { status = 200 } = calls[call]
    const handle = async (c: HttpContext) => {
      checkQuery(c, call)
      const answer = await answers[call](c)
      if (answer instanceof Response) return answer
      return status === 204 ? c.body(null, 204) : jsonAnswer(c, JSON.stringify(answer), status)
    }
    app.on(method, path, handle)
    if (call === 'send') app.post('/', requireToken, handle)
  }
}

/** The calls that need only a device's token and a small body. */
function liveAnswers({ mother }: GatewayDeps, identify: Identify): Answers<LiveCall> {
  const answer = (call: LiveCall) => async (c: HttpContext) => {
    const payload = await readFirst(c.req.raw)
    return mother[call](await identify.device(c), payload())
  }
  return Object.fromEntries(liveCallNames.map((call) => [call, answer(call)])) as Answers<LiveCall>
}

/** `POST /` is the door that people find first, with `curl -d`. It tells a caller without a token how it opens. */
const requireToken: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (/^Bearer +\S/i.test(c.req.header('authorization') ?? '')) return next()
  const how = "add the token of a device: curl -H 'Authorization: Bearer TOKEN' -d 'hello' and this address"
  throw new RoostError('unauthenticated', `Nothing was stored. To send a message, ${how}`)
}
