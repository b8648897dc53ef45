import { isTransient } from '../../protocol/error.ts'
import { limits } from '../../protocol/limits.ts'
import { DEFAULT_CONTENT_TYPE, type Message } from '../../protocol/message.ts'
import type { SendRequest, SendResult } from '../../protocol/send.ts'
import type { OutboxEntry } from '../ports.ts'

const utf8 = new TextEncoder()

/** Bytes of one request item as JSON in UTF-8, with the comma that follows it. */
export function itemBytes(request: SendRequest): number {
  return utf8.encode(JSON.stringify(request)).length + 1
}

/**
 * How many of the waiting entries, oldest first, one request carries: as many as fit into sendItems and
 * requestTargetBytes, at least one. Always a prefix: an entry that was stepped over would get a higher version than
 * one composed after it.
 */
export function fitRequest(waiting: readonly Pick<OutboxEntry, 'request'>[]): number {
  let bytes = 0
  for (const [index, entry] of waiting.entries()) {
    bytes += itemBytes(entry.request)
    if (index === limits.sendItems || (index > 0 && bytes > limits.requestTargetBytes)) return index
  }
  return waiting.length
}

/**
 * The results that count: those before the first transient refusal. Whatever was behind it is sent again together with
 * it, which its messageId makes safe.
 */
export function settled(results: readonly SendResult[]): readonly SendResult[] {
  const transient = results.findIndex((result) => !result.ok && isTransient(result.error.code))
  return transient < 0 ? results : results.slice(0, transient)
}

/**
 * What one result makes of its entry. `stored` outweighs everything, a refusal only what still waits: two flushers
 * (page and worker) may both have sent it.
 */
export function settleEntry(entry: OutboxEntry, result: SendResult): OutboxEntry {
  const { seq, request, composedAt } = entry
  if (result.ok) {
    return { seq, request, composedAt, state: 'sent', version: result.version, timestamp: result.timestamp }
  }
  if (entry.state !== 'waiting' || isTransient(result.error.code)) return entry
  return { seq, request, composedAt, state: 'failed', error: result.error }
}

/** The entry as it was before it was ever sent. */
export function waitAgain({ seq, request, composedAt }: OutboxEntry): OutboxEntry {
  return { seq, request, composedAt, state: 'waiting' }
}

/**
 * Whether a message that has come in under the entry's id is what became of the entry: sent by this device, or after a
 * restore given back by another one, before this one could (lib/storage/after-restore). The id alone does not say so: a device that
 * reuses ids must not make another's message vanish.
 */
export function isArrival(entry: OutboxEntry, message: Message, selfId: string): boolean {
  if (entry.state === 'failed' && entry.error.code !== 'conflict') return false
  if (entry.state === 'sent') return true
  return message.senderDeviceId === selfId ? entry.state === 'waiting' : isSame(entry.request, message)
}

function isSame(request: SendRequest, message: Message): boolean {
  return (
    request.content === message.content &&
    request.receiverDeviceId === message.receiverDeviceId &&
    (request.contentType ?? DEFAULT_CONTENT_TYPE) === message.contentType &&
    (request.kind ?? 'post') === message.kind &&
    request.targetId === message.targetId
  )
}
