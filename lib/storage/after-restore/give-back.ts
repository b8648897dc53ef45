import type { StayReason } from '../../core/timeline/stay-reason.ts'
import { isTransient } from '../../protocol/error.ts'
import type { Kind, Message } from '../../protocol/message.ts'
import type { SendRequest, SendResult } from '../../protocol/send.ts'

/** How far an orphan is on its way back to the server. README.md draws the states. */
export type GiveBack =
  /** Another device sent it first, and gets time to give it back. */
  | { state: 'waiting' }
  | { state: 'due' }
  /** The server has stored it; the message has not come back as a batch yet. */
  | { state: 'given' }
  | { state: 'stays'; because: StayReason }

export interface Senders {
  selfId: string
  /** The user's devices as last known; empty: unknown. */
  deviceIds: ReadonlySet<string>
  /** The senders have had a heartbeat's time. */
  waitIsOver: boolean
}

/** A device gives back its own messages at once, and those of others once their sender is removed or its time is up. */
export function mayGiveBack(senderId: string, { selfId, deviceIds, waitIsOver }: Senders): boolean {
  if (senderId === selfId || waitIsOver) return true
  return deviceIds.size > 0 && !deviceIds.has(senderId)
}

/** The state after another restore. Refusals by the server belonged to its earlier history, so they are asked again. */
export function beginGiveBack(own: boolean, before?: GiveBack): GiveBack {
  if (before?.state === 'stays' && isFinal(before.because)) return before
  return own ? { state: 'due' } : { state: 'waiting' }
}

function isFinal(because: StayReason): boolean {
  return because === 'removed' || because === 'deleted' || because === 'overtaken'
}

/** The state after the server's answer. */
export function settleGiveBack(giveBack: GiveBack, result: SendResult): GiveBack {
  if (giveBack.state !== 'due') return giveBack
  if (result.ok) return { state: 'given' }
  return isTransient(result.error.code) ? giveBack : { state: 'stays', because: result.error.code }
}

/** An ordinary send under the message's own id. The wire has no field for the sender, so the sending device becomes it. */
export function requestOf(message: Message): SendRequest {
  const { messageId, receiverDeviceId, kind, targetId, contentType, content, composedAt, files } = message
  return {
    // The server judges a kind that this device does not know.
    ...{ messageId, receiverDeviceId, kind: kind as Kind, contentType, content },
    ...(targetId === undefined ? {} : { targetId }),
    ...(composedAt === undefined ? {} : { composedAt }),
    ...(files === undefined ? {} : { files }),
  }
}
