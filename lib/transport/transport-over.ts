import type { Transport } from '../core/ports.ts'
import { type AnswerOf, type LiveCall, liveCallNames, type RequestOf } from '../protocol/calls.ts'

/** A Transport whose methods all go through one `ask`, under the name of the call. */
export function transportOver(
  ask: <C extends LiveCall>(call: C, request: RequestOf<C>) => Promise<AnswerOf<C>>,
): Transport {
  const methods = liveCallNames.map((call) => [call, (request: RequestOf<LiveCall>) => ask(call, request)])
  return Object.fromEntries(methods) as Transport
}
