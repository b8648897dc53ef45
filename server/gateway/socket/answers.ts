import type { Batch } from '../../../lib/protocol/batch.ts'
import type { AckAnswer, PullAnswer, Refusal, SendAnswer } from '../../../lib/protocol/events.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import type { BatchText, Caller, Mother } from '../../mother/mother.ts'

/** What a device may ask for over a socket. A handler takes who calls and what came in, unchecked. */
export interface Answers {
  send(caller: Caller, payload: unknown): Promise<Exclude<SendAnswer, Refusal>>
  pull(caller: Caller, payload: unknown): Promise<Exclude<PullAnswer, Refusal>>
  ack(caller: Caller, payload: unknown): Promise<Exclude<AckAnswer, Refusal>>
}

export function createAnswers(mother: Mother): Answers {
  return {
    send: async (caller, payload) => ({ ok: true, ...(await mother.send(caller, payload)) }),
    pull: async (caller, payload) => ({ ok: true, batch: toBatch(await mother.pull(caller, payload)) }),
    ack: async (caller, payload) => ({ ok: true, ...(await mother.acknowledge(caller, payload)) }),
  }
}

/** Socket.IO writes the JSON itself, so that here the text has to become messages again. */
export function toBatch(batch: BatchText): Batch {
  return { ...batch, messages: JSON.parse(`[${batch.messages.join(',')}]`) as Message[] }
}
