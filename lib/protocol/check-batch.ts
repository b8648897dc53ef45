import * as v from 'valibot'
import { type Batch, batchSchema } from './batch.ts'
import type { Message } from './message.ts'

const envelopeSchema = v.object({ ...batchSchema.entries, messages: v.array(v.custom<Message>(isMessage)) })

/** Cheap on purpose, it runs for every message of a catch-up: what the inbox and the screen rely on, no more. */
function isMessage(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false
  const it = input as Partial<Message>
  return (
    Number.isSafeInteger(it.version) &&
    typeof it.messageId === 'string' &&
    typeof it.senderDeviceId === 'string' &&
    typeof it.receiverDeviceId === 'string' &&
    (it.kind === 'post' || it.kind === 'edit' || it.kind === 'delete') &&
    typeof it.content === 'string' &&
    typeof it.timestamp === 'number'
  )
}

/**
 * A batch as it came from the mother: checked, and in itself a proper range (ascending, inside `(from, upTo]`).
 * Null for anything else; nothing of it may be applied then.
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
