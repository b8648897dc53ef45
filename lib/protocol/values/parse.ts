import * as v from 'valibot'
import { RoostError } from '../error.ts'

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
  const what = inWords(issue)
  return path ? `${path}: ${what}` : what
}

/** The schemas' own messages stay as they are. The library's are written for programmers, so they are replaced. */
function inWords(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message
  if (issue.received === 'undefined') return 'is missing'
  return `must be ${issue.expected ?? 'something else'}, not ${issue.received}`
}
