import type { Message } from '../../../lib/protocol/message.ts'
import { firstPage, textsToKeep } from '../../core/messages/bin.ts'
import type { Discard } from '../../core/messages/plan-append.ts'
import type { Connection, Transaction } from '../connection/connection.ts'

/** Keeps the texts of the posts that a plan deletes, and of their edits. `stored`: the post's own text and those of its edits, by version. */
export function keepInBin(
  tx: Transaction,
  userId: string,
  discards: readonly Discard[],
  stored: ReadonlyMap<number, readonly Message[]>,
): void {
  for (const { version, at, drafts } of discards) {
    for (const text of textsToKeep([...(stored.get(version) ?? []), ...drafts]))
      tx.later('addToBin', [userId, text.version, at, JSON.stringify(text)])
  }
}

export async function listBin(connection: Connection, userId: string, before: number): Promise<string[]> {
  const rows: { json: string }[] = await connection.ask('listBin', [userId, before])
  return firstPage(rows.map((it) => it.json))
}
