import { type ErrorCode, isTransient } from '../../protocol/error.ts'
import type { Message } from '../../protocol/message.ts'
import type { SendRequest, SendResult } from '../../protocol/send.ts'

/** Why a message that only this device holds is not sent to the mother again. */
export type StayReason =
  /** Retention has removed it from the mother. */
  | 'removed'
  /** It is a post that was deleted: there is nothing left of it to give back. */
  | 'deleted'
  /** It is an edit, and its post was edited anew since. */
  | 'overtaken'
  /** What the mother answered. `conflict`: she has it from another device, and this one may not see it. */
  | ErrorCode

/**
 * What becomes of a message that the mother has lost and this device still holds (see History digest in docs/protocol.md):
 *
 *     waiting ──▶ due ──▶ given ──▶ (comes back as a message, and is kept no longer)
 *                  │ ◀────┘ (does not come back: lost once more)
 *                  └────▶ stays
 *
 * Each is sent once for each history that lost it; only another loss begins anew.
 */
export type Offer =
  /** Another device has sent it, and shall have its chance to offer it. */
  | { state: 'waiting' }
  | { state: 'due' }
  /** The mother has it from this device. */
  | { state: 'given' }
  | { state: 'stays'; because: StayReason }

/** What the decision is made from. */
export interface Senders {
  selfId: string
  /** The user's devices as last known; empty: unknown. */
  deviceIds: ReadonlySet<string>
  /** The senders have had a heartbeat's time. */
  chanceIsOver: boolean
}

/**
 * Whether this device may offer what `senderId` has sent: its own at once, and in its sender's place when that device is
 * gone or has had its chance.
 */
export function mayOffer(senderId: string, { selfId, deviceIds, chanceIsOver }: Senders): boolean {
  if (senderId === selfId || chanceIsOver) return true
  return deviceIds.size > 0 && !deviceIds.has(senderId)
}

/** Where an offer begins when a history turns out to be lost, whatever became of it in the one before. */
export function beginOffer(own: boolean, before?: Offer): Offer {
  if (before?.state === 'stays' && isFinal(before.because)) return before
  return own ? { state: 'due' } : { state: 'waiting' }
}

/** The mother's refusals belong to the history that she had then. */
function isFinal(because: StayReason): boolean {
  return because === 'removed' || because === 'deleted' || because === 'overtaken'
}

/** What the mother's answer makes of an offer. */
export function settleOffer(offer: Offer, result: SendResult): Offer {
  if (offer.state !== 'due') return offer
  if (result.ok) return { state: 'given' }
  return isTransient(result.error.code) ? offer : { state: 'stays', because: result.error.code }
}

/** An ordinary send under the message's own id. The wire has no place for its sender: whoever sends it is that now. */
export function offerRequest({
  messageId,
  receiverDeviceId,
  kind,
  targetId,
  contentType,
  content,
}: Message): SendRequest {
  const request = { messageId, receiverDeviceId, kind, contentType, content }
  return targetId === undefined ? request : { ...request, targetId }
}
