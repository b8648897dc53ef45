import type { Message } from '../../../lib/protocol/message.ts'
import type { KnownMessage, NewMessage } from '../../mother/plan-append.ts'
import { visibleTo } from '../../mother/visibility.ts'
import type { Transaction } from './session.ts'

export async function findMessages(
  tx: Transaction,
  userId: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, KnownMessage>> {
  const rows = await tx.ask('findMessages', [userId, [...ids]])
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
        payloadHash: row.payload_hash,
        timestamp: row.timestamp,
        deleted: row.deleted,
      },
    ]),
  )
}

/** All of them in two statements, however many there are: column by column. */
export function addMessages(tx: Transaction, userId: string, inserts: readonly NewMessage[]): void {
  const column = (of: (it: NewMessage) => unknown) => inserts.map(of)
  tx.later('addMessages', [
    userId,
    column((it) => it.message.version),
    column((it) => it.message.messageId),
    column((it) => it.message.senderDeviceId),
    column((it) => it.message.receiverDeviceId),
    column((it) => it.message.kind),
    column((it) => it.message.targetVersion ?? null),
    column((it) => it.targetSenderDeviceId),
    column((it) => it.payloadHash),
    column((it) => it.digest),
    column((it) => it.message.timestamp),
    column((it) => it.deleted),
    column((it) => Buffer.byteLength(it.message.content)),
    column((it) => JSON.stringify(it.message)),
  ])
  const shown = inserts.flatMap(({ message, targetSenderDeviceId }) => {
    const viewers = visibleTo({ ...message, targetSenderDeviceId })
    return (viewers === 'all' ? [viewers] : viewers).map((viewer) => ({ viewer, version: message.version }))
  })
  tx.later('show', [userId, shown.map((it) => it.viewer), shown.map((it) => it.version)])
}

/** Marks posts as deleted; the content of them and of their edits goes, hashes and digests stay. */
export async function blank(tx: Transaction, userId: string, versions: readonly number[]): Promise<void> {
  tx.later('markDeleted', [userId, versions])
  for (const { version, json } of await tx.ask('findContents', [userId, versions])) {
    const message = JSON.parse(json) as Message
    tx.later('empty', [userId, version, JSON.stringify({ ...message, content: '' })])
  }
}
