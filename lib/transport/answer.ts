import * as v from 'valibot'
import { TransportError } from '../core/ports.ts'
import { type AnswerOf, type CallName, calls } from '../protocol/calls.ts'
import { checkBatch } from '../protocol/check-batch.ts'
import { protocolErrorSchema, RoostError } from '../protocol/error.ts'
import { object } from '../protocol/values/object.ts'

/**
 * Reads the answer to a call over HTTP.
 * @throws TransportError when the answer is not a Roost server's. A proxy may have answered, so the outcome of the call
 * is unknown.
 */
export function readAnswer<C extends CallName>(call: C, input: unknown): AnswerOf<C> {
  const answer = call === 'pull' ? checkBatch(input) : parsed(calls[call].answer, input)
  if (answer === null) throw new TransportError('bad_answer')
  return answer as AnswerOf<C>
}

function parsed(schema: v.GenericSchema, input: unknown): unknown {
  const result = v.safeParse(schema, input)
  return result.success ? result.output : null
}

/** Reads the answer to a call over a socket. It has the same fields beside `ok`, and a batch in a field of its own. */
export function readAcknowledgement<C extends CallName>(call: C, input: unknown): AnswerOf<C> {
  const answer = input as { ok?: unknown; batch?: unknown } | null
  if (answer?.ok !== true) throw refusal(input)
  return readAnswer(call, call === 'pull' ? answer.batch : answer)
}

const refusalSchema = object({ error: protocolErrorSchema })

/** The RoostError in `{ error }`, or a TransportError when there is none. */
export function refusal(input: unknown, otherwise = 'no answer of the wire'): Error {
  const result = v.safeParse(refusalSchema, input)
  return result.success ? RoostError.from(result.output.error) : new TransportError('bad_answer', { cause: otherwise })
}
