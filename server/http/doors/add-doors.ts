import type { Hono } from 'hono'
import type { GatewayDeps } from '../../traffic/gateway-deps.ts'
import type { Identify } from '../caller.ts'
import { answerOrigins } from '../cross-origin.ts'
import type { HttpEnv } from '../env.ts'
import { createDeliver } from './deliver.ts'
import { gotifyRoutes } from './gotify/gotify.ts'
import { publishAtRoot } from './ntfy/at-root.ts'
import { ntfyRoutes } from './ntfy/ntfy.ts'
import { createPublish } from './ntfy/publish.ts'
import { createOnError } from './on-error.ts'

/** Adds the calls of Gotify and ntfy by which programs send, so that they need only another address and a token. */
export function addDoors(app: Hono<HttpEnv>, deps: GatewayDeps, identify: Identify): void {
  const deliver = createDeliver(deps)
  const publish = createPublish(deliver, deps.baseUrl)
  const onError = createOnError(deps)
  for (const path of ['/message', '/ntfy', '/ntfy/*']) app.use(path, answerOrigins(deps.otherOrigins))
  app.post('/', publishAtRoot({ mother: deps.mother, publish, identify, onError }))
  app.route('/', gotifyRoutes(deliver, identify, onError))
  app.route('/', ntfyRoutes(publish, identify, onError))
}
