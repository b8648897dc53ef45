import type { BatchText, Caller, Mother } from '../../server/core/mother.ts'
import type { LiveCall } from '../protocol/calls.ts'

/** The server's answer to a call of a device, as JSON text. */
export async function answerAsJson(mother: Mother, call: LiveCall, caller: Caller, request: unknown): Promise<string> {
  const answer: unknown = await mother[call](caller, request)
  if (call !== 'pull') return JSON.stringify(answer)
  const batch = answer as BatchText
  return JSON.stringify({ ...batch, messages: batch.messages.map((it) => JSON.parse(it)) })
}
