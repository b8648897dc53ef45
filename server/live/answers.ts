import type { AckAnswer, PullAnswer, Refusal, SendAnswer } from '../../lib/protocol/events.ts'
import { batchJson } from '../core/messages/batch-json.ts'
import type { Caller, Mother } from '../core/mother.ts'
import { JsonText } from './json-text.ts'

/** What is answered, but for the `ok: true` that every answer has. */
type Fields<T> = Omit<Exclude<T, Refusal>, 'ok'>

/** What a device may ask for over a socket. A handler takes who calls and what came in, unchecked. */
export interface Answers {
  send(caller: Caller, payload: unknown): Promise<Fields<SendAnswer>>
  /** All of the answer. */
  pull(caller: Caller, payload: unknown): Promise<JsonText<PullAnswer>>
  ack(caller: Caller, payload: unknown): Promise<Fields<AckAnswer>>
}

export function createAnswers(mother: Mother): Answers {
  return {
    send: mother.send,
    pull: async (caller, payload) =>
      new JsonText(`{"ok":true,"batch":${batchJson(await mother.pull(caller, payload))}}`),
    ack: mother.acknowledge,
  }
}
