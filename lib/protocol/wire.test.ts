import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import * as batch from './batch.ts'
import * as device from './device.ts'
import * as error from './error.ts'
import { limits } from './limits.ts'
import * as message from './message.ts'
import { routes } from './routes.ts'
import * as send from './send.ts'

/** A schema as plain data: what it accepts, without the functions and the wording of its complaints. */
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
  const schemas = [batch, device, error, message, send].flatMap((module) =>
    Object.entries(module).filter(([name]) => name.endsWith('Schema')),
  )
  const paths = Object.values(routes).map((route) => (typeof route === 'string' ? route : route('ID')))
  const wire = JSON.stringify([describeSchema(Object.fromEntries(schemas)), paths, limits, error.errorStatus])
  // Only ever add to the wire. When you have, say so in docs/protocol.md, and only then change this.
  expect(createHash('sha256').update(wire).digest('hex').slice(0, 16)).toBe('c336e053075a66ae')
  expect(schemas.length).toBeGreaterThan(15)
})
