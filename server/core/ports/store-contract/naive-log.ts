import { isStorableText } from '../../../../lib/protocol/values/text.ts'

/** An item of a test, valid or not. */
export interface RawItem {
  messageId?: string
  receiverDeviceId?: unknown
  content?: unknown
  kind?: 'post' | 'edit' | 'delete'
  targetId?: string
  composedAt?: number | undefined
}

interface Sent {
  sender: string
  receiver: string
  kind: string
  target: Sent | undefined
  id: string
  content: string
  payload: string
}

export type Outcome = { version: number; duplicate: boolean } | { code: string }

/**
 * The rules of sending and seeing in their simplest form, to compare the real store with: a list, from which it derives
 * everything else for each question.
 */
export function createNaiveLog(isLive: (deviceId: string) => boolean) {
  const log: Sent[] = []
  const versionOf = (it: Sent) => log.indexOf(it) + 1
  const deleted = (it: Sent) => log.some((other) => other.kind === 'delete' && other.target === it)
  const sees = (device: string, it: Sent) =>
    it.receiver === 'all' || it.receiver === device || it.sender === device || it.target?.sender === device

  function shownContent(it: Sent): string {
    return it.kind === 'delete' || deleted(it) || (it.target && deleted(it.target)) ? '' : it.content
  }

  function send(sender: string, raw: RawItem): Outcome {
    const { messageId: id, receiverDeviceId: receiver, content, kind = 'post', targetId } = raw
    const payload = JSON.stringify([sender, receiver, kind, targetId, content])
    const first = log.find((it) => it.id === id)
    if (first) return first.payload === payload ? { version: versionOf(first), duplicate: true } : { code: 'conflict' }

    if (id === undefined || typeof receiver !== 'string' || typeof content !== 'string' || !isStorableText(content)) {
      return { code: 'invalid_request' }
    }
    if ((kind === 'post') !== (targetId === undefined)) return { code: 'invalid_request' }
    if (Buffer.byteLength(content) > 65_536) return { code: 'payload_too_large' }
    const target = log.find((it) => it.id === targetId)
    if (kind === 'post') {
      if (receiver !== 'all' && !isLive(receiver)) return { code: 'unknown_receiver' }
    } else {
      if (!target || !sees(sender, target)) return { code: 'not_found' }
      if (target.kind !== 'post' || target.receiver !== receiver) return { code: 'invalid_request' }
    }
    log.push({ sender, receiver, kind, target, id, content, payload })
    return { version: log.length, duplicate: false }
  }

  return {
    send,
    head: () => log.length,
    /** [version, messageId, content] of everything that the device sees. */
    seenBy: (device: string) =>
      log.filter((it) => sees(device, it)).map((it): Row => [versionOf(it), it.id, shownContent(it)]),
  }
}

export type Row = [version: number, messageId: string, content: string]
