import { RoostError } from '../../../lib/protocol/error.ts'
import { batchJson } from '../../core/messages/raw-json.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { createSlotsPerKey } from '../../traffic/slots-per-key.ts'
import { readJson } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import { refuse } from '../refuse.ts'
import type { Answers } from './answer.ts'
import { jsonAnswer } from './json-answer.ts'
import { plainNumber } from './query.ts'
import { isText, readText } from './text-form.ts'

/** A device needs one or two. More answers that are not read would only fill the memory. */
const PULLS_AT_ONCE = 16

/** `/v1/messages` and `/v1/inbox`: send, also as text, pull, and where the inbox stands. */
export function messageCalls({ mother }: GatewayDeps, identify: Identify): Answers<'send' | 'pull' | 'inbox'> {
  const pulls = createSlotsPerKey(PULLS_AT_ONCE)

  async function send(c: HttpContext) {
    const caller = await identify.sender(c)
    if (!isText(c)) return mother.send(caller, await readJson(c.req.raw))
    const { results } = await mother.send(caller, { messages: [await readText(c)] })
    const [result] = results
    return result?.ok === false ? refuse(c, result.error) : { results }
  }

  async function pull(c: HttpContext) {
    const caller = await identify.device(c)
    const release = pulls.take(caller.deviceId)
    if (!release) throw tooManyPulls()
    // A pull counts until its answer was taken, or until its reader is gone.
    c.env.outgoing.once('close', release)
    const { after, digest, limit } = c.req.query()
    const batch = await mother.pull(caller, { after: plainNumber(after), digest, limit: plainNumber(limit) })
    return jsonAnswer(c, batchJson(batch).text)
  }

  return { send, pull, inbox: async (c) => mother.inbox(await identify.device(c)) }
}

const tooManyPulls = () =>
  new RoostError('rate_limited', 'too many pulls at once: read the answers of those before', { retryAfterMs: 1_000 })
