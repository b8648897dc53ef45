import type { MiddlewareHandler } from 'hono'
import type { Mother } from '../../../core/mother.ts'
import { readJson } from '../../body.ts'
import { bearerOf, type Identify } from '../../caller.ts'
import type { HttpEnv } from '../../env.ts'
import { jsonAnswer } from '../../routes/json-answer.ts'
import { checkQueryNames } from '../../routes/query.ts'
import { isText } from '../../routes/text-form.ts'
import type { OnError } from '../on-error.ts'
import { ntfyError } from './answer.ts'
import { namesTopic, noTopic } from './json.ts'
import { queryNames } from './parameters.ts'
import type { Publish } from './publish.ts'
import { tokenIn } from './token.ts'

interface AtRootDeps {
  mother: Pick<Mother, 'send'>
  publish: Publish
  identify: Identify
  onError: OnError
}

/**
 * `POST /` with JSON is our own call with a bearer, and ntfy's when it names a topic: Apprise takes no path. Passes every
 * other request on.
 */
export function publishAtRoot({ mother, publish, identify, onError }: AtRootDeps): MiddlewareHandler<HttpEnv> {
  const refuseAsNtfy = onError(ntfyError)
  return async (c, next) => {
    const token = tokenIn(c)
    if (isText(c) || token === undefined) return next()
    // Our own call knows a bearer only.
    let isOurs = bearerOf(c) !== undefined
    try {
      const caller = await identify.sender(c, token)
      const json = await readJson(c.req.raw)
      if (isOurs && !namesTopic(json)) {
        checkQueryNames(c, [])
        return await jsonAnswer(c, JSON.stringify(await mother.send(caller, json)))
      }
      isOurs = false
      checkQueryNames(c, queryNames)
      if (!namesTopic(json)) throw noTopic()
      return c.json(await publish.json(c, caller, json))
    } catch (error) {
      if (isOurs) throw error
      return refuseAsNtfy(error as Error, c)
    }
  }
}
