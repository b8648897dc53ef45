import type { Message } from '../../../lib/protocol/message.ts'

/** A fileId in JSON, with its quotes and a comma. */
const ID_BYTES = 39

/** Bytes of a message that its delete removes, and that count in a batch; 0 when there is nothing to remove. */
export function contentBytes({ content, files }: Message): number {
  return Buffer.byteLength(content) + (files ? files.length * ID_BYTES : 0)
}

/** A message of which a delete leaves only the envelope. */
export function emptied({ files: _, ...message }: Message): Message {
  return { ...message, content: '' }
}
