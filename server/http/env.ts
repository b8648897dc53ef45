import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

export interface HttpEnv {
  Bindings: HttpBindings
  Variables: { requestId: string; address: string }
}

export type HttpContext = Context<HttpEnv>
