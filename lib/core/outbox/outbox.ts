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
 * How many waiting entries, oldest first, fit into one request by sendItems and requestTargetBytes; at least one. The
 * flusher never skips an entry, because it would get a higher version than one composed after it.
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
 * The results that count: those before the first transient refusal. The device sends the later ones again, which their
 * messageIds make safe.
 */
export function settled(results: readonly SendResult[]): readonly SendResult[] {
  const transient = results.findIndex((result) => !result.ok && isTransient(result.error.code))
  return transient < 0 ? results : results.slice(0, transient)
}

/**
 * Applies one result to its entry. `stored` always wins; a refusal only touches an entry that still waits. Page and
 * worker may both have sent the same message.
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
 * Whether an incoming message with the entry's id is the entry itself: sent by this device, or given back by another
 * device after a restore (lib/storage/after-restore). The id alone is no proof, because a device that reuses ids must
 * not make another device's message vanish.
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
    request.targetId === message.targetId &&
    String(request.files ?? '') === String(message.files ?? '')
  )
}
