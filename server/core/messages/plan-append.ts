import type { ErrorCode } from '../../../lib/protocol/error.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import type { SendItem, SendResult } from '../../../lib/protocol/send.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { unusualWake } from '../push/wakes.ts'
import { nextDigest } from './digest.ts'
import type { Proposal } from './proposal.ts'
import { type Addressed, canSee, visibleTo } from './visibility.ts'

/** The facts about a stored message that an append depends on. */
export interface KnownMessage extends Addressed {
  messageId: string
  version: number
  kind: string
  /** SHA-256 in hex, as payloadHash makes it. */
  payloadHash: string
  /** ms since the epoch. */
  timestamp: number
  /** A post that was deleted. */
  deleted: boolean
}

/** The facts about a log that an append depends on, all from one consistent state. */
export interface AppendFacts {
  head: number
  digest: Uint8Array
  /** By messageId: the stored messages that share an id with an item or are its target. */
  known: ReadonlyMap<string, KnownMessage>
  /** The named receivers that are live devices of this user. */
  liveDevices: ReadonlySet<string>
}

export interface NewMessage {
  message: Message
  targetSenderDeviceId: string | null
  payloadHash: string
  /** History digest at this version. */
  digest: Uint8Array
  deleted: boolean
  /** Retention counts its age from here, in ms since the epoch. */
  agesFrom: number
  /** How the post wakes, if not like any other. */
  wake: 'none' | 'high' | undefined
  /** The message as it is stored and sent. */
  json: string
  /** Device ids that may see it, or 'all'. */
  visibleTo: 'all' | readonly string[]
}

/** A message until the whole plan is decided: a delete later in the same sends still empties it. */
type Draft = Omit<NewMessage, 'json' | 'visibleTo'>

export interface Send {
  senderDeviceId: string
  /** The sender may edit and delete its own posts only, and makes no marks. */
  ownOnly?: boolean
  proposals: readonly Proposal[]
  /** ms since the epoch, by the server's clock. */
  now: number
  /** For retention; default: `now`. */
  agesFrom?: number | undefined
}

export interface PlannedSend {
  /** In the order of the items. */
  results: SendResult[]
  /** This send adds versions `from` (exclusive) to `upTo`; `digest` is that at `upTo`. */
  from: number
  upTo: number
  digest: Uint8Array
}

export interface AppendPlan {
  /** In the order of the sends. */
  sends: PlannedSend[]
  /** Versions facts.head + 1 … head, ascending. */
  inserts: NewMessage[]
  /** Stored posts that this plan deletes: their content goes, and that of their stored edits. */
  deletes: number[]
  /** Every post that this plan deletes, for the bin. */
  discards: Discard[]
  head: number
  digest: Uint8Array
}

export interface Discard {
  /** The post's version. */
  version: number
  /** ms since the epoch, by the server's clock. */
  at: number
  /** The post and its edits as far as they came with this plan, as they were before the delete. */
  drafts: Message[]
}

/** Messages that an append has to look up. */
export function idsToLookUp(proposals: readonly Proposal[]): Set<string> {
  const ids = new Set<string>()
  for (const it of proposals) {
    if (it.messageId !== null) ids.add(it.messageId)
    if (it.valid && it.item.targetId !== undefined) ids.add(it.item.targetId)
  }
  return ids
}

/** Receivers that an append has to look up. */
export function receiversToLookUp(proposals: readonly Proposal[]): Set<string> {
  const receivers = new Set<string>()
  for (const it of proposals) if (it.valid && it.item.kind === 'post') receivers.add(it.item.receiverDeviceId)
  receivers.delete(ALL)
  return receivers
}

/**
 * Decides what sends of one user do to the log: pure, and the same for every store. It decides items in order, each on
 * the result of the items before. So a request of many items does exactly the same as many requests of one, and sends
 * that share a transaction do the same as sends one by one.
 */
export function planAppend(facts: AppendFacts, sends: readonly Send[]): AppendPlan {
  const stored = new Map(facts.known)
  const drafts = new Map<string, Draft>()
  const deletes: number[] = []
  const discards: Discard[] = []
  let { head, digest } = facts

  function find(messageId: string): KnownMessage | undefined {
    const draft = drafts.get(messageId)
    return draft ? { ...draft.message, ...draft } : stored.get(messageId)
  }

  function decide(proposal: Proposal, send: Send): SendResult {
    const existing = proposal.messageId === null ? undefined : find(proposal.messageId)
    if (existing) return repeat(existing, proposal)
    if (!proposal.valid) return { messageId: proposal.messageId, ok: false, error: proposal.error }

    const { item } = proposal
    const target = item.targetId === undefined ? undefined : find(item.targetId)
    const refusal = item.kind === 'post' ? refuseReceiver(item) : refuseTarget(item, target, send)
    if (refusal) return refused(item.messageId, ...refusal)
    return insert(proposal.payloadHash, item, target, send)
  }

  function refuseReceiver({ receiverDeviceId: receiver }: SendItem): Refusal | undefined {
    if (receiver === ALL || facts.liveDevices.has(receiver)) return undefined
    return ['unknown_receiver', `receiverDeviceId: ${receiver} is no device of this account, or was revoked`]
  }

  function refuseTarget(item: SendItem, target: KnownMessage | undefined, send: Send): Refusal | undefined {
    const { senderDeviceId: sender, ownOnly } = send
    if (ownOnly && item.kind === 'mark') return ['forbidden', 'kind: a device that may only send makes no marks']
    if (!target || !canSee(sender, target)) return ['not_found', `targetId: there is no message ${item.targetId}`]
    if (ownOnly && target.senderDeviceId !== sender) return ['forbidden', 'targetId: not a message of this device']
    if (target.kind !== 'post') return ['invalid_request', `targetId: ${item.targetId} is not a post`]
    if (target.receiverDeviceId === item.receiverDeviceId) return undefined
    return ['invalid_request', `receiverDeviceId: must be that of the target, ${target.receiverDeviceId}`]
  }

  function insert(
    payloadHash: string,
    item: SendItem,
    target: KnownMessage | undefined,
    { senderDeviceId: sender, now, agesFrom = now }: Send,
  ): SendResult {
    head += 1
    digest = nextDigest(digest, item.messageId, payloadHash)
    const { messageId, receiverDeviceId, kind, contentType, composedAt, files } = item
    const message: Message = {
      version: head,
      messageId,
      senderDeviceId: sender,
      receiverDeviceId,
      kind,
      ...(target && { targetId: target.messageId, targetVersion: target.version }),
      contentType,
      content: kind === 'delete' || target?.deleted ? '' : item.content,
      timestamp: now,
      ...(composedAt === undefined ? {} : { composedAt }),
      ...(files === undefined || target?.deleted ? {} : { files }),
    }
    const targetSenderDeviceId = target?.senderDeviceId ?? null
    const wake = unusualWake(item)
    drafts.set(messageId, { message, targetSenderDeviceId, payloadHash, digest, deleted: false, agesFrom, wake })
    if (kind === 'delete' && target && !target.deleted) remove(target, now)
    return { messageId, ok: true, version: head, timestamp: now, duplicate: false }
  }

  function remove(target: KnownMessage, at: number) {
    const discard: Discard = { version: target.version, at, drafts: [] }
    discards.push(discard)
    if (target.version <= facts.head) {
      stored.set(target.messageId, { ...target, deleted: true })
      deletes.push(target.version)
    }
    for (const it of drafts.values()) {
      if (it.message.version === target.version) it.deleted = true
      else if (it.message.targetVersion !== target.version) continue
      discard.drafts.push({ ...it.message })
      it.message.content = ''
      delete it.message.files
    }
  }

  const planned = sends.map((send) => {
    const from = head
    const results = send.proposals.map((it) => decide(it, send))
    return { results, from, upTo: head, digest }
  })
  return { sends: planned, inserts: [...drafts.values()].map(finish), deletes, discards, head, digest }
}

function finish(draft: Draft): NewMessage {
  const { message, targetSenderDeviceId } = draft
  const { senderDeviceId, receiverDeviceId } = message
  const viewers = visibleTo({ senderDeviceId, receiverDeviceId, targetSenderDeviceId })
  return { ...draft, json: JSON.stringify(message), visibleTo: viewers }
}

type Refusal = [ErrorCode, string]

function repeat(existing: KnownMessage, proposal: Proposal): SendResult {
  const { messageId, version, timestamp } = existing
  if (proposal.valid && proposal.payloadHash === existing.payloadHash) {
    return { messageId, ok: true, version, timestamp, duplicate: true }
  }
  return refused(messageId, 'conflict', `messageId: ${messageId} is taken by another message`)
}

function refused(messageId: string, code: ErrorCode, message: string): SendResult {
  return { messageId, ok: false, error: { code, message } }
}
