import { openChannel } from '../../browser/shared/channel.ts'
import { newMessageId } from '../../core/new-message-id.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { openTransactions } from '../../indexed-db/open-transactions.ts'
import { MARK_CONTENT_TYPE } from '../../protocol/mark.ts'
import { findMessage } from '../../storage/history.ts'
import { loadState } from '../../storage/load-state.ts'
import { mark } from '../../storage/outbox/own-changes.ts'
import { createReadMarks } from '../../storage/read/read-marks.ts'
import { afterLeaving } from '../background.ts'

/**
 * Marks the message of a notification as done and read. It goes through the outbox, so that it also works without a
 * network: an open tab sends it, else this worker does.
 */
export async function markDone(options: RoostOptions, deviceId: string, version: number): Promise<void> {
  const transactions = await openTransactions(deviceId, options)
  try {
    await createReadMarks(deviceId, transactions).markRead(version)
    await transactions.write(async (tables) => {
      const { generation } = (await loadState(tables)).present
      const post = await findMessage(tables, generation, version)
      if (!post) return
      const request = {
        ...{ messageId: newMessageId(), receiverDeviceId: post.receiverDeviceId, kind: 'mark' as const },
        ...{ targetId: post.messageId, contentType: MARK_CONTENT_TYPE, content: JSON.stringify({ done: true }) },
      }
      await mark(tables, request, Date.now())
    })
  } finally {
    transactions.close()
  }
  const channel = openChannel(options, deviceId)
  channel.announce({ type: 'read' })
  channel.announce({ type: 'outbox' })
  channel.close()
  await afterLeaving(options, deviceId)
}
