import type { AckAnswer, PullAnswer, Refusal, SendAnswer } from '../../../lib/protocol/events.ts'
import type { Caller, Mother } from '../../mother/mother.ts'
import { batchJson } from '../batch-json.ts'
import { JsonText } from './json-text.ts'

/** What a device may ask for over a socket. A handler takes who calls and what came in, unchecked. */
export interface Answers {
  send(caller: Caller, payload: unknown): Promise<Exclude<SendAnswer, Refusal>>
  pull(caller: Caller, payload: unknown): Promise<JsonText<Exclude<PullAnswer, Refusal>>>
  ack(caller: Caller, payload: unknown): Promise<Exclude<AckAnswer, Refusal>>
}

export function createAnswers(mother: Mother): Answers {
  return {
    send: async (caller, payload) => ({ ok: true, ...(await mother.send(caller, payload)) }),
    pull: async (caller, payload) =>
      new JsonText(`{"ok":true,"batch":${batchJson(await mother.pull(caller, payload))}}`),
    ack: async (caller, payload) => ({ ok: true, ...(await mother.acknowledge(caller, payload)) }),
  }
}
