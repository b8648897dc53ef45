import type { Message } from '../../../lib/protocol/message.ts'
import { ALL } from '../../../lib/protocol/values/ids.ts'
import { contentBytes, emptied } from '../../core/messages/contents.ts'
import type { AppendPlan, KnownMessage } from '../../core/messages/plan-append.ts'
import { bigints, booleans, bytes, integers, texts, uuids } from '../connection/binary-array.ts'
import type { Transaction } from '../connection/connection.ts'
import type { LogState } from './log-states.ts'

export async function findMessages(
  tx: Transaction,
  userId: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, KnownMessage>> {
  const rows = await tx.ask('findMessages', [userId, uuids([...ids])])
  return new Map(
    rows.map((row) => [
      row.message_id,
      {
        messageId: row.message_id,
        version: row.version,
        senderDeviceId: row.sender,
        receiverDeviceId: row.receiver,
        kind: row.kind,
        targetSenderDeviceId: row.target_sender,
        payloadHash: row.payload_hash.toString('hex'),
        timestamp: row.timestamp,
        deleted: row.deleted,
      },
    ]),
  )
}

/**
 * The values of the statement `append`: the log as it has to be and as it becomes, then the messages column by column.
 *
 * The column `timestamp` is retention's: from when the age counts. The timestamp that people read is in the JSON.
 */
export function rowsToAppend(userId: string, from: LogState, plan: AppendPlan): unknown[] {
  const { inserts } = plan
  const messages = inserts.map((it) => it.message)
  const shown = inserts.flatMap(({ message: { version }, visibleTo }) =>
    (visibleTo === ALL ? [visibleTo] : visibleTo).map((viewer) => ({ viewer, version })),
  )
  return [
    ...[userId, from.head, from.digest, from.revocations, plan.head, plan.digest],
    bigints(messages.map((it) => it.version)),
    uuids(messages.map((it) => it.messageId)),
    texts(messages.map((it) => it.senderDeviceId)),
    texts(messages.map((it) => it.receiverDeviceId)),
    texts(messages.map((it) => it.kind)),
    bigints(messages.map((it) => it.targetVersion ?? null)),
    texts(inserts.map((it) => it.targetSenderDeviceId)),
    bytes(inserts.map((it) => Buffer.from(it.payloadHash, 'hex'))),
    bytes(inserts.map((it) => it.digest)),
    bigints(inserts.map((it) => it.agesFrom)),
    booleans(inserts.map((it) => it.deleted)),
    integers(messages.map(contentBytes)),
    texts(inserts.map((it) => it.json)),
    texts(shown.map((it) => it.viewer)),
    bigints(shown.map((it) => it.version)),
  ]
}

/**
 * Marks posts as deleted, and empties their content and that of their edits. Hashes and digests stay. Returns what had content,
 * by the version of the post.
 */
export async function blank(
  tx: Transaction,
  userId: string,
  versions: readonly number[],
): Promise<Map<number, Message[]>> {
  tx.later('markDeleted', [userId, versions])
  const texts = new Map<number, Message[]>()
  for (const { version, json } of await tx.ask('findContents', [userId, versions])) {
    const message = JSON.parse(json) as Message
    const of = message.targetVersion ?? version
    texts.set(of, [...(texts.get(of) ?? []), message])
    tx.later('empty', [userId, version, JSON.stringify(emptied(message))])
  }
  return texts
}
