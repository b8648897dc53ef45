import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { calls } from './calls.ts'
import { errorStatus } from './error.ts'
import { events } from './events.ts'
import { limits } from './limits.ts'
import { subscriptionSchema } from './push.ts'
import { routes } from './routes.ts'
import { sendRequestSchema } from './send.ts'

/** A schema as plain data: the input that it accepts, without functions and error messages. */
function describeSchema(it: unknown): unknown {
  if (it instanceof RegExp) return String(it)
  if (Array.isArray(it)) return it.map(describeSchema)
  if (typeof it !== 'object' || it === null) return typeof it === 'function' ? 'function' : it
  const parts = Object.entries(it).filter(
    ([key]) => !['message', 'expects', 'reference', 'async', '~run', '~standard', '~types'].includes(key),
  )
  return Object.fromEntries(parts.map(([key, value]) => [key, describeSchema(value)]))
}

it('has not changed: devices that are out there speak it as it was', () => {
  const schemas = [calls, events, sendRequestSchema, subscriptionSchema]
  const wire = JSON.stringify(describeSchema([...schemas, routes, limits, errorStatus]))
  // Only ever add to the wire. First describe the addition in docs/protocol.md, and then change this hash.
  expect(createHash('sha256').update(wire).digest('hex').slice(0, 16)).toBe('bd355eacbd6ea3f6')
})
