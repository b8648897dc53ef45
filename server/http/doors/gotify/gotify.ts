import { Hono } from 'hono'
import { ALL } from '../../../../lib/protocol/values/ids.ts'
import type { Identify } from '../../caller.ts'
import type { HttpContext, HttpEnv } from '../../env.ts'
import { messageIdIn } from '../../message-id.ts'
import { checkQueryNames } from '../../routes/query.ts'
import type { Deliver } from '../deliver.ts'
import type { OnError } from '../on-error.ts'
import { onlySends } from '../only-sends.ts'
import { wakeOfGotify } from '../wake.ts'
import { gotifyAnswer, gotifyError } from './answer.ts'
import { addressesIn, isMarkdown, readFields } from './fields.ts'

const QUERY = ['token', 'to', 'title', 'message', 'priority']

/** `POST /message` of Gotify (https://gotify.net/api-docs), for programs that know how to tell a Gotify server. */
export function gotifyRoutes(deliver: Deliver, identify: Identify, onError: OnError): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()

  app.post('/message', async (c) => {
    checkQueryNames(c, QUERY)
    const caller = await identify.sender(c, tokenIn(c))
    const fields = await readFields(c)
    const { title = '', message, priority, extras } = fields
    const delivered = await deliver({
      caller,
      messageId: messageIdIn(c),
      receiverDeviceId: c.req.query('to') ?? ALL,
      notification: {
        ...{ title, message, markdown: isMarkdown(extras), wake: wakeOfGotify(priority) },
        ...{ emoji: [], lines: addressesIn(extras), labels: [] },
      },
    })
    return c.json(gotifyAnswer(fields, delivered))
  })

  app.all('/message', onlySends)
  app.onError(onError(gotifyError))
  return app
}

/** In the order in which Gotify looks; undefined: the bearer, if there is one. */
const tokenIn = (c: HttpContext) => c.req.query('token') || c.req.header('x-gotify-key') || undefined
