import type { Batch } from '../../protocol/batch.ts'
import type { DeviceInfo } from '../../protocol/device.ts'
import { MARK_CONTENT_TYPE } from '../../protocol/mark.ts'
import type { Message } from '../../protocol/message.ts'
import type { SendRequest, SendResult } from '../../protocol/send.ts'
import type { LocalStore } from '../local-store.ts'

export const SELF = '00000000-0000-4000-8000-00000000000a'
export const OTHER = '00000000-0000-4000-8000-00000000000b'

/** A UUID for every number. `history` separates messages to which two histories gave the same version. */
export const idOf = (n: number, history = 0) =>
  `${history.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

export function post(version: number, content = `post ${version}`, part: Partial<Message> = {}): Message {
  const messageId = idOf(version)
  const place = { version, messageId, senderDeviceId: OTHER, receiverDeviceId: 'all', timestamp: version }
  return { ...place, kind: 'post', contentType: 'text/plain', content, ...part }
}

export function edit(
  version: number,
  target: number,
  content = `edit ${version}`,
  part: Partial<Message> = {},
): Message {
  return post(version, content, { kind: 'edit', targetId: idOf(target), targetVersion: target, ...part })
}

export function remove(version: number, target: number): Message {
  return post(version, '', { kind: 'delete', targetId: idOf(target), targetVersion: target })
}

export function mark(version: number, target: number, says: object, part: Partial<Message> = {}): Message {
  return edit(version, target, JSON.stringify(says), { kind: 'mark', contentType: MARK_CONTENT_TYPE, ...part })
}

/** Posts of the versions from (exclusive) to upTo. */
export const posts = (from: number, upTo: number, history = 0): Message[] =>
  Array.from({ length: upTo - from }, (_, index) => {
    const version = from + index + 1
    return post(version, `post ${version} of ${history}`, { messageId: idOf(version, history) })
  })

export function batch(from: number, upTo: number, messages: Message[] = posts(from, upTo)): Batch {
  return { from, upTo, messages, digest: `d${upTo}`, head: upTo, floor: 0 }
}

export function request(n: number, content = `draft ${n}`): SendRequest {
  return { messageId: idOf(n), receiverDeviceId: 'all', content }
}

export function stored(n: number, version: number): SendResult {
  return { messageId: idOf(n), ok: true, version, timestamp: version, duplicate: false }
}

export function refused(
  n: number,
  code: 'unknown_receiver' | 'unavailable' | 'conflict' = 'unknown_receiver',
): SendResult {
  return { messageId: idOf(n), ok: false, error: { code, message: 'no' } }
}

export function deviceInfo(deviceId: string, name: string): DeviceInfo {
  return { deviceId, name, platform: '', createdAt: 1, lastSeen: 2, lastReceivedVersion: 3, online: true }
}

export const applyAll = async (store: LocalStore, ...batches: Batch[]) =>
  store.apply(batches, (await store.position()).generation)

export const versionsOf = (entries: readonly { message: Message }[]) => entries.map((it) => it.message.version)
export const contentsOf = (entries: readonly { message: Message }[]) => entries.map((it) => it.message.content)
export const everything = (store: LocalStore) => store.history(0, Number.MAX_SAFE_INTEGER)
export const states = async (store: LocalStore) =>
  (await store.outbox()).map((it) => `${it.request.content} ${it.state}`)
