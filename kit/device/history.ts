import { createHash, randomBytes } from 'node:crypto'
import type { Batch, Message, ProtocolError, SendRequest, SendResult } from '../server/wire.ts'

const DIGEST_BYTES = 16

/** The messages of one account, as the page describes them. Written from the page; kit/vectors holds it to the digest. */
export class History {
  #messages: Message[] = []
  /** By version, from 0. */
  #digests: Buffer[]
  readonly #payloads = new Map<string, string>()
  floor = 0

  constructor(start: Buffer = randomBytes(DIGEST_BYTES)) {
    this.#digests = [start]
  }

  get head(): number {
    return this.#digests.length - 1
  }

  digestAt(version: number): string | undefined {
    return this.#digests[version]?.toString('base64url')
  }

  find(messageId: string): Message | undefined {
    return this.#messages.find((it) => it.messageId === messageId)
  }

  /** Everything that a device may see above a version, by versions. */
  visibleTo(deviceId: string, after = 0): Message[] {
    return this.#messages.filter((it) => it.version > after && this.#sees(deviceId, it))
  }

  batch(deviceId: string, from: number, { upTo = this.head, limit = 500 } = {}): Batch {
    const visible = this.visibleTo(deviceId, from).filter((it) => it.version <= upTo)
    const messages = visible.slice(0, limit)
    const end = visible.length > limit ? (messages.at(-1)?.version ?? upTo) : upTo
    return { from, upTo: end, messages, digest: this.digestAt(end) ?? '', head: this.head, floor: this.floor }
  }

  /** Stores a message, or answers why not. `devices` are the receivers that there are. */
  append(sender: string, request: SendRequest, devices: readonly string[]): SendResult {
    const { messageId, receiverDeviceId, targetId, files, composedAt } = request
    const { kind = 'post', contentType = 'text/plain', content } = request
    const payload = payloadHash(sender, request)
    const known = this.find(messageId)
    if (known) {
      if (this.#payloads.get(messageId) !== payload) return refused(messageId, 'conflict', 'the messageId is taken')
      return { messageId, ok: true, version: known.version, timestamp: known.timestamp, duplicate: true }
    }
    if (receiverDeviceId !== 'all' && !devices.includes(receiverDeviceId)) {
      return refused(messageId, 'unknown_receiver', 'there is no such device')
    }
    const target = targetId === undefined ? undefined : this.find(targetId)
    if (kind !== 'post' && !target) return refused(messageId, 'not_found', 'there is no such target')
    const isGone = target !== undefined && this.#isDeleted(target.messageId)
    const version = this.head + 1
    const timestamp = Date.now()
    const message: Message = {
      ...{ version, messageId, senderDeviceId: sender, receiverDeviceId, kind },
      ...(target && { targetId: target.messageId, targetVersion: target.version }),
      ...{ contentType, content: kind === 'delete' || isGone ? '' : content, timestamp },
      ...(composedAt === undefined ? {} : { composedAt }),
      ...(files === undefined ? {} : { files }),
    }
    this.#messages.push(message)
    this.#payloads.set(messageId, payload)
    this.#digests.push(nextDigest(this.#digests[version - 1] as Buffer, messageId, payload))
    if (kind === 'delete' && target) this.#empty(target.messageId)
    return { messageId, ok: true, version, timestamp, duplicate: false }
  }

  /** The history as it was at a version: a backup. It grows into another history. */
  backupAt(version: number): History {
    const copy = new History()
    copy.#messages = this.#messages.filter((it) => it.version <= version).map((it) => ({ ...it }))
    copy.#digests = this.#digests.slice(0, version + 1)
    copy.floor = this.floor
    for (const { messageId } of copy.#messages) copy.#payloads.set(messageId, this.#payloads.get(messageId) ?? '')
    return copy
  }

  /** Retention: messages up to this version are gone. */
  expire(upTo: number): void {
    this.floor = upTo
    this.#messages = this.#messages.filter((it) => it.version > upTo)
  }

  #sees(deviceId: string, it: Message): boolean {
    const ends = [it.senderDeviceId, it.receiverDeviceId]
    if (it.targetId !== undefined) ends.push(this.find(it.targetId)?.senderDeviceId ?? '')
    return it.receiverDeviceId === 'all' || ends.includes(deviceId)
  }

  #isDeleted(messageId: string): boolean {
    return this.#messages.some((it) => it.kind === 'delete' && it.targetId === messageId)
  }

  #empty(messageId: string): void {
    for (const it of this.#messages) {
      if (it.messageId === messageId || it.targetId === messageId) it.content = ''
    }
  }
}

export function payloadHash(sender: string, request: SendRequest): string {
  const { receiverDeviceId, kind = 'post', targetId = null, contentType = 'text/plain', content, files } = request
  const parts: unknown[] = [sender, receiverDeviceId, kind, targetId, contentType, content]
  if (files !== undefined) parts.push(files)
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

export function nextDigest(before: Buffer, messageId: string, payload: string): Buffer {
  const hash = createHash('sha256').update(before).update(messageId, 'latin1').update(payload, 'hex')
  return hash.digest().subarray(0, DIGEST_BYTES)
}

const refused = (messageId: string, code: string, message: string): SendResult => ({
  ...{ messageId, ok: false, error: { code, message } satisfies ProtocolError },
})
