import type { Access } from '../../../lib/protocol/access.ts'
import type { ProtocolError } from '../../../lib/protocol/error.ts'
import type { Kind } from '../../../lib/protocol/message.ts'
import type { SendResult } from '../../../lib/protocol/send.ts'
import type { ALL } from '../../../lib/protocol/values/ids.ts'
import type { Wake } from '../../../lib/protocol/wake.ts'
import type { Proposal } from '../../core/messages/proposal.ts'
import type { Committed } from '../../core/ports/on-commit.ts'
import type { Appended, Store } from '../../core/ports/store.ts'

/** Calls that the writer thread runs. */
export const writerCalls = [
  'append',
  'acknowledge',
  'markRead',
  'raiseEpoch',
  'endOtherSignIns',
  'closeAccount',
  'createDevice',
  'renameDevice',
  'revokeDevice',
  'touchDevice',
  'addPairing',
  'cancelPairing',
  'claimPairing',
  'addClaim',
  'decideClaim',
  'collectClaim',
  'expire',
  'forget',
  'emptyBin',
  'expireBins',
  'note',
  'expireNotes',
  'trustTime',
  'createFile',
  'receiveFile',
  'removeFile',
  'sweepFiles',
  'subscribe',
  'unsubscribe',
  'claimHints',
  'takeHints',
  'settleHint',
  'clearHint',
] as const satisfies readonly (keyof Store)[]

export type WriterCall = (typeof writerCalls)[number]

/** Calls that only read. open-sqlite-store.ts does not compile when a call is in neither list. */
export type ReaderCall =
  | 'pull'
  | 'summary'
  | 'newestEpoch'
  | 'isCurrent'
  | 'findToken'
  | 'listDevices'
  | 'formerDevices'
  | 'findPairing'
  | 'bin'
  | 'waitingClaims'
  | 'findClaim'
  | 'trustedTime'
  | 'check'
  | 'notes'
  | 'findFile'
  | 'knownFiles'
  | 'usage'
  | 'sleepers'
  | 'usersBehind'
  | 'hintFor'
  | 'nextHintAt'
  | 'hasHint'

/** Sent to the thread, many at a time. The thread answers `open` when it is up; `close` is the last. */
export type WriterRequest = readonly [id: number, call: WriterCall | 'open' | 'close', args: readonly unknown[]]

/** An append and its answer are packed: see packSend and packAppended. */
export type WriterOutcome =
  | { appended: PackedAppended }
  | { value: unknown }
  | { refused: ProtocolError }
  | { failed: unknown }
export type WriterReply = readonly [id: number, outcome: WriterOutcome]

/** Sent by the thread. */
export type FromWriter = { replies: readonly WriterReply[] } | { committed: Committed }

/**
 * Packs an append into short lists of texts and numbers for the other thread. The copy between threads costs an object
 * the name of every field, and a hash in bytes its own buffer. Lists take less than half, both ways.
 */

type Arguments = Parameters<Store['append']>
type Refused = Extract<Proposal, { valid: false }>

type PackedItem = readonly [
  messageId: string,
  receiverDeviceId: string,
  kind: Kind,
  targetId: string | undefined,
  contentType: string,
  content: string,
  payloadHash: string,
  composedAt: number | undefined,
  files: string[] | undefined,
  wake: Wake | undefined,
]
export type PackedSend = readonly [
  userId: string,
  deviceId: string,
  access: Access | undefined,
  now: number,
  agesFrom: number | undefined,
  proposals: readonly (PackedItem | Refused)[],
]

type PackedResult =
  | readonly [messageId: string, version: number, timestamp: number, duplicate: boolean]
  | readonly [messageId: string | null, error: ProtocolError]
export type PackedAppended = readonly [
  from: number,
  upTo: number,
  digest: string,
  floor: number,
  results: readonly PackedResult[],
  /** Two entries for each message, from the first version on: its JSON and its viewers. */
  messages: readonly (string | readonly string[])[],
]

export function packSend(...[{ userId, deviceId, access }, proposals, now, agesFrom]: Arguments): PackedSend {
  return [userId, deviceId, access, now, agesFrom, proposals.map((it) => (it.valid ? packItem(it) : it))]
}

function packItem({ item, payloadHash }: Extract<Proposal, { valid: true }>): PackedItem {
  const { messageId, receiverDeviceId, kind, targetId, contentType, content, composedAt, files, wake } = item
  return [messageId, receiverDeviceId, kind, targetId, contentType, content, payloadHash, composedAt, files, wake]
}

export function unpackSend([userId, deviceId, access, now, agesFrom, proposals]: PackedSend): Arguments {
  return [{ userId, deviceId, access }, proposals.map((it) => (isItem(it) ? unpackItem(it) : it)), now, agesFrom]
}

const isItem = (it: PackedItem | Refused): it is PackedItem => Array.isArray(it)

function unpackItem(packed: PackedItem): Proposal {
  const [messageId, receiverDeviceId, kind, targetId, contentType, content, payloadHash, composedAt, files, wake] =
    packed
  const target = targetId === undefined ? {} : { targetId }
  const composed = composedAt === undefined ? {} : { composedAt }
  const named = files === undefined ? {} : { files }
  const waking = wake === undefined ? {} : { wake }
  const item = { messageId, receiverDeviceId, content, contentType, kind, ...target, ...composed, ...named, ...waking }
  return { valid: true, messageId, item, payloadHash }
}

export function packAppended({ from, upTo, digest, floor, results, messages = [] }: Appended): PackedAppended {
  return [from, upTo, digest, floor, results.map(packResult), messages.flatMap((it) => [it.json, it.visibleTo])]
}

function packResult(it: SendResult): PackedResult {
  return it.ok ? [it.messageId, it.version, it.timestamp, it.duplicate] : [it.messageId, it.error]
}

export function unpackAppended([from, upTo, digest, floor, results, flat]: PackedAppended): Appended {
  const messages = Array.from({ length: upTo - from }, (_, n) => ({
    version: from + n + 1,
    json: flat[2 * n] as string,
    visibleTo: flat[2 * n + 1] as typeof ALL | readonly string[],
  }))
  return { from, upTo, digest, floor, results: results.map(unpackResult), messages }
}

function unpackResult(it: PackedResult): SendResult {
  if (it.length === 2) return { messageId: it[0], ok: false, error: it[1] }
  const [messageId, version, timestamp, duplicate] = it
  return { messageId, ok: true, version, timestamp, duplicate }
}
