import { RoostError } from '../../protocol/error.ts'
import { uuidV7 } from '../../protocol/ids.ts'
import { checkSendItem, type SendRequest } from '../../protocol/send.ts'
import type { DeviceStore, OutboxEntry } from '../ports.ts'

const newId = () => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(16)))

/** What a person does with their outbox. Each resolves when it is durable here. */
export function createOutgoing(store: DeviceStore, grew: () => void) {
  return {
    async compose(draft: Omit<SendRequest, 'messageId' | 'kind' | 'targetId'>): Promise<void> {
      const request = { ...draft, messageId: newId() }
      const checked = checkSendItem(request)
      if (!checked.ok) throw RoostError.from(checked.error)
      await store.compose(request, Date.now())
      grew()
    },
    /**
     * What waited on a device that was signed out goes out as this one, in the same order and under the same messageIds:
     * what the mother had stored after all is then refused as a conflict, never stored twice.
     */
    async adopt(entries: readonly OutboxEntry[]): Promise<void> {
      for (const { state, request, composedAt } of entries) {
        if (state !== 'failed') await store.compose(request, composedAt)
      }
      grew()
    },
    async retry(messageId: string): Promise<void> {
      await store.retry(messageId, newId(), Date.now())
      grew()
    },
    async discard(messageId: string): Promise<void> {
      await store.discard(messageId)
      grew()
    },
  }
}
