import { Hono } from 'hono'
import type { Caller } from '../../../core/mother.ts'
import { readJson } from '../../body.ts'
import type { Identify } from '../../caller.ts'
import type { HttpContext, HttpEnv } from '../../env.ts'
import { checkQueryNames } from '../../routes/query.ts'
import type { OnError } from '../on-error.ts'
import { onlySends } from '../only-sends.ts'
import { ntfyError } from './answer.ts'
import { checkTopic, namesTopic, noTopic } from './json.ts'
import { queryNames } from './parameters.ts'
import type { Publish } from './publish.ts'
import { tokenIn } from './token.ts'

/**
 * The publish calls of ntfy (https://docs.ntfy.sh/publish) below `/ntfy`. A topic is a label.
 */
export function ntfyRoutes(publish: Publish, identify: Identify, onError: OnError): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>()

  async function begin(c: HttpContext): Promise<Caller> {
    checkQueryNames(c, queryNames)
    return identify.sender(c, tokenIn(c))
  }

  async function publishBody(c: HttpContext) {
    const topic = checkTopic(c.req.param('topic'))
    const caller = await begin(c)
    return c.json(await publish.body(c, caller, topic))
  }

  async function publishJson(c: HttpContext) {
    const caller = await begin(c)
    const json = await readJson(c.req.raw)
    if (!namesTopic(json)) throw noTopic()
    return c.json(await publish.json(c, caller, json))
  }

  app.on(['POST', 'PUT'], '/ntfy/:topic', publishBody)
  for (const path of ['/ntfy', '/ntfy/']) app.post(path, publishJson)
  for (const path of ['/ntfy', '/ntfy/*']) app.all(path, onlySends)
  app.onError(onError(ntfyError))
  return app
}
