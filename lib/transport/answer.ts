import * as v from 'valibot'
import { TransportError } from '../core/ports.ts'
import type { Batch } from '../protocol/batch.ts'
import { checkBatch } from '../protocol/check-batch.ts'
import { protocolErrorSchema, RoostError } from '../protocol/error.ts'
import { sendResultSchema } from '../protocol/send.ts'

/** Reads what the mother answered. Something that is no answer of a mother counts as no answer: a proxy may have spoken. */
export function read<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  throw new TransportError('The answer is not one of a Roost server.')
}

export function readBatch(input: unknown): Batch {
  const batch = checkBatch(input)
  if (batch) return batch
  throw new TransportError('The answer is not a batch.')
}

export const resultsSchema = v.object({ results: v.array(sendResultSchema) })

const refusalSchema = v.object({ error: protocolErrorSchema })

/** The RoostError in `{ error }`, or a TransportError when there is none. */
export function refusal(input: unknown, otherwise: string): Error {
  const result = v.safeParse(refusalSchema, input)
  return result.success ? RoostError.from(result.output.error) : new TransportError(otherwise)
}
