import * as v from 'valibot'
import { type Batch, batchSchema } from './batch.ts'
import type { Message } from './message.ts'
import { object } from './values/object.ts'

const envelopeSchema = object({ ...batchSchema.entries, messages: v.array(v.custom<Message>(isMessage)) })

/**
 * Checks only the fields that inbox and screen rely on, because it runs for every message of a catch-up. A device
 * stores a message of an unknown kind like any other.
 */
function isMessage(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false
  const it = input as Partial<Message>
  return (
    Number.isSafeInteger(it.version) &&
    typeof it.messageId === 'string' &&
    typeof it.senderDeviceId === 'string' &&
    typeof it.receiverDeviceId === 'string' &&
    typeof it.kind === 'string' &&
    typeof it.content === 'string' &&
    typeof it.timestamp === 'number'
  )
}

/**
 * A batch from the server whose messages ascend inside `(from, upTo]`; null for anything else, which a device must not
 * apply.
 */
export function checkBatch(input: unknown): Batch | null {
  const result = v.safeParse(envelopeSchema, input)
  if (!result.success) return null
  const batch = result.output
  if (batch.upTo < batch.from || batch.upTo > batch.head) return null
  let last = batch.from
  for (const { version } of batch.messages) {
    if (version <= last || version > batch.upTo) return null
    last = version
  }
  return batch
}
