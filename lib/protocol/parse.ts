import * as v from 'valibot'
import { RoostError } from './error.ts'

/**
 * Checks outside input against a schema.
 * @throws RoostError `invalid_request` whose message names the field.
 */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input, { abortEarly: true })
  if (result.success) return result.output
  throw new RoostError('invalid_request', explain(result.issues[0]))
}

export function explain(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)
  return path ? `${path}: ${issue.message}` : issue.message
}
