import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { pullRequestSchema } from '../../../lib/protocol/batch.ts'
import { RoostError } from '../../../lib/protocol/error.ts'
import { parse } from '../../../lib/protocol/values/parse.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { createSlotsPerKey } from '../../traffic/slots-per-key.ts'
import { toWire } from '../../traffic/wire-error.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import { checkQueryNames, plainNumber } from './query.ts'

const STREAMS_AT_ONCE = 16

/** Serves a device over an answer that does not end. The live gateway does it, and is passed in. */
export type ServeStream = (stream: {
  caller: Awaited<ReturnType<Identify['device']>>
  response: HttpContext['env']['outgoing']
  headers: Record<string, string>
  pull: () => ReturnType<GatewayDeps['mother']['pull']>
  toWire: (error: unknown) => object
}) => void

/** `GET /v1/stream`: what a socket tells, as server-sent events. */
export function streamCall(deps: GatewayDeps, identify: Identify, serve: ServeStream) {
  const streams = createSlotsPerKey(STREAMS_AT_ONCE)

  return async (c: HttpContext) => {
    checkQueryNames(c, ['after', 'digest'])
    const caller = await identify.device(c)
    const request = parse(pullRequestSchema, positionIn(c))
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'Content-Type': 'text/event-stream' })
    const release = streams.take(caller.deviceId)
    if (!release) throw tooMany()
    const { outgoing: response } = c.env
    response.once('close', release)
    serve({
      ...{ caller, response, headers: Object.fromEntries(c.res.headers) },
      pull: () => deps.mother.pull(caller, request),
      toWire: (error) => toWire(error, deps, c.get('requestId')),
    })
    return RESPONSE_ALREADY_SENT
  }
}

/** A client that reconnects names the last batch that it got, and the digest in its address is that of an older one. */
function positionIn(c: HttpContext) {
  const last = c.req.header('last-event-id')
  if (last !== undefined) {
    const after = plainNumber(last)
    if (typeof after !== 'number') throw new RoostError('invalid_request', 'Last-Event-ID: must be the upTo of a batch')
    return { after }
  }
  const { after, digest } = c.req.query()
  return { after: plainNumber(after), digest }
}

const tooMany = () =>
  new RoostError('rate_limited', 'too many streams at once: close those before', { retryAfterMs: 1_000 })
