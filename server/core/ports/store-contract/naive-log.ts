import { isStorableText } from '../../../../lib/protocol/values/text.ts'

/** An item of a test, valid or not. */
export interface RawItem {
  messageId?: string
  receiverDeviceId?: unknown
  content?: unknown
  contentType?: string
  kind?: 'post' | 'edit' | 'delete' | 'mark'
  targetId?: string
  composedAt?: number | undefined
  files?: string[] | undefined
}

interface Sent {
  sender: string
  receiver: string
  kind: string
  target: Sent | undefined
  id: string
  content: string
  files: string[]
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

  const isGone = (it: Sent) => it.kind === 'delete' || deleted(it) || (it.target && deleted(it.target))

  function send(sender: string, raw: RawItem): Outcome {
    const { messageId: id, receiverDeviceId: receiver, content, contentType, kind = 'post', targetId, files } = raw
    const payload = JSON.stringify([sender, receiver, kind, targetId, contentType, content, files])
    const first = log.find((it) => it.id === id)
    if (first) return first.payload === payload ? { version: versionOf(first), duplicate: true } : { code: 'conflict' }

    if (id === undefined || typeof receiver !== 'string' || typeof content !== 'string' || !isStorableText(content)) {
      return { code: 'invalid_request' }
    }
    if ((kind === 'post') !== (targetId === undefined)) return { code: 'invalid_request' }
    if (files && (kind === 'delete' || kind === 'mark' || files.length === 0)) return { code: 'invalid_request' }
    if (Buffer.byteLength(content) > 65_536) return { code: 'payload_too_large' }
    if (kind === 'mark') {
      if (contentType !== 'application/vnd.roost.mark+json') return { code: 'invalid_request' }
      if (Buffer.byteLength(content) > 1_024) return { code: 'payload_too_large' }
      if (!/^\{"/.test(content)) return { code: 'invalid_request' }
    }
    const target = log.find((it) => it.id === targetId)
    if (kind === 'post') {
      if (receiver !== 'all' && !isLive(receiver)) return { code: 'unknown_receiver' }
    } else {
      if (!target || !sees(sender, target)) return { code: 'not_found' }
      if (target.kind !== 'post' || target.receiver !== receiver) return { code: 'invalid_request' }
    }
    log.push({ sender, receiver, kind, target, id, content, files: files ?? [], payload })
    return { version: log.length, duplicate: false }
  }

  return {
    send,
    head: () => log.length,
    /** [version, messageId, content, files] of everything that the device sees. */
    seenBy: (device: string) =>
      log
        .filter((it) => sees(device, it))
        .map((it): Row => [versionOf(it), it.id, ...(isGone(it) ? (['', ''] as const) : shown(it))]),
  }
}

export type Row = [version: number, messageId: string, content: string, files: string]

const shown = ({ content, files }: Sent) => [content, files.join()] as const
