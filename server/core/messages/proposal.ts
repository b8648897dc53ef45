import type { ProtocolError } from '../../../lib/protocol/error.ts'
import { checkSendItem, messageIdOf, type SendItem } from '../../../lib/protocol/send.ts'
import { payloadHash } from './digest.ts'

/** An item of a send, judged as far as possible without the log. */
export type Proposal =
  | { valid: true; messageId: string; item: SendItem; payloadHash: string }
  | { valid: false; messageId: string | null; error: ProtocolError }

export function propose(senderDeviceId: string, input: unknown): Proposal {
  const checked = checkSendItem(input)
  if (!checked.ok) return { valid: false, messageId: messageIdOf(input), error: checked.error }
  const { item } = checked
  return { valid: true, messageId: item.messageId, item, payloadHash: payloadHash(senderDeviceId, item) }
}

/** Content in UTF-16 units: exact enough for bounds. */
export function unitsOf(proposals: readonly Proposal[]): number {
  return proposals.reduce((sum, it) => sum + (it.valid ? it.item.content.length : 0), 0)
}
