import { randomBytes } from 'node:crypto'
import { RoostError } from '../../../lib/protocol/error.ts'
import { ALL, uuidSchema, uuidV7 } from '../../../lib/protocol/ids.ts'
import { DEFAULT_CONTENT_TYPE } from '../../../lib/protocol/message.ts'
import { parse } from '../../../lib/protocol/parse.ts'
import { batchJson } from '../../core/messages/raw-json.ts'
import type { Caller } from '../../core/mother.ts'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import { createSlotsPerKey } from '../../traffic/slots-per-key.ts'
import { decodeText, readBody, readJson } from '../body.ts'
import type { Identify } from '../caller.ts'
import type { HttpContext } from '../env.ts'
import { refuse } from '../refuse.ts'
import type { Answers } from './answer.ts'

/** A device needs one or two. More answers that are not read would only fill the memory. */
const PULLS_AT_ONCE = 16

/** `/v1/messages` and `/v1/inbox`: send, also as plain text, pull, and where the inbox stands. */
export function messageCalls({ mother }: GatewayDeps, identify: Identify): Answers<'send' | 'pull' | 'inbox'> {
  const pulls = createSlotsPerKey(PULLS_AT_ONCE)

  async function send(c: HttpContext) {
    const caller = await identify.device(c)
    if (isText(c)) return sendText(c, caller)
    return mother.send(caller, await readJson(c.req.raw))
  }

  async function pull(c: HttpContext) {
    const caller = await identify.device(c)
    const release = pulls.take(caller.deviceId)
    if (!release) throw tooManyPulls()
    // A pull counts until its answer was taken, or until its reader is gone.
    c.env.outgoing.once('close', release)
    const { after, digest, limit } = c.req.query()
    const batch = await mother.pull(caller, { after: number(after), digest, limit: number(limit) })
    return c.body(batchJson(batch).text, 200, { 'Content-Type': 'application/json' })
  }

  async function sendText(c: HttpContext, caller: Caller) {
    refuseOtherCharsets(c)
    const content = decodeText(await readBody(c.req.raw))
    const messageId = c.req.header('idempotency-key') ?? uuidV7(Date.now(), randomBytes(16))
    refuseOtherIds(messageId)
    const item = { messageId, receiverDeviceId: c.req.query('to') ?? ALL, content }
    const { results } = await mother.send(caller, { messages: [item] })
    const [result] = results
    return result?.ok === false ? refuse(c, result.error) : { results }
  }

  return { send, pull, inbox: async (c) => mother.inbox(await identify.device(c)) }
}

/** The body is the content of a message, and no JSON. */
export const isText = (c: HttpContext) => mediaType(c) === DEFAULT_CONTENT_TYPE

const mediaType = (c: HttpContext) => (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()

function refuseOtherCharsets(c: HttpContext): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(c.req.header('content-type') ?? '')?.[1]
  if (charset && !/^(utf-?8|us-ascii)$/i.test(charset))
    throw new RoostError('invalid_request', 'Content-Type: charset must be utf-8')
}

function refuseOtherIds(messageId: string): void {
  try {
    parse(uuidSchema, messageId)
  } catch {
    throw new RoostError('invalid_request', 'Idempotency-Key: must be a lower-case UUID')
  }
}

/** Leaves text that is no number as it is, so that the mother refuses it by the name of the field. */
const number = (text: string | undefined) => (text !== undefined && /^-?\d+$/.test(text) ? Number(text) : text)

const tooManyPulls = () =>
  new RoostError('rate_limited', 'too many pulls at once: read the answers of those before', { retryAfterMs: 1_000 })
