import { RoostError } from '../../protocol/error.ts'
import { checkSendItem, type SendRequest } from '../../protocol/send.ts'
import type { Clock, DeviceStore, OutboxEntry } from '../ports.ts'

export type Unsent = Omit<SendRequest, 'messageId'>

/** A person's actions on their outbox. Each resolves when it is durable in the store. @throws StorageError */
export interface Composer {
  /**
   * `fromDraft`: the text was the draft for its receiver, which is gone once the message is in the outbox.
   * @throws RoostError `payload_too_large`, `invalid_request`.
   */
  compose(request: Unsent, fromDraft?: boolean): Promise<void>
  /** Keeps what a person has written for `receiver` and not sent. */
  saveDraft(receiver: string, text: string): Promise<void>
  /** Sends a failed message again, as a new one. */
  retry(messageId: string): Promise<void>
  /** Drops a failed message. */
  discard(messageId: string): Promise<void>
  /** Takes back a discard. */
  restore(entry: OutboxEntry): Promise<void>
  /**
   * Sends the outbox of a signed-out device, in the same order and under the same messageIds. If the server had stored
   * a message after all, it refuses the second copy as a conflict.
   */
  adopt(entries: readonly OutboxEntry[]): Promise<void>
  /** The stored outbox, for another device to adopt. */
  unsent(): Promise<OutboxEntry[]>
}

export interface ComposerDeps {
  store: () => Pick<DeviceStore, 'compose' | 'retry' | 'discard' | 'restore' | 'outbox' | 'saveDraft'>
  clock: Clock
  newId: () => string
  changed: (what: 'outbox' | 'drafts') => void
}

export function createComposer({ store, clock, newId, changed }: ComposerDeps): Composer {
  return {
    async compose(unsent, fromDraft) {
      const request = { ...unsent, messageId: newId() }
      const checked = checkSendItem(request)
      if (!checked.ok) throw RoostError.from(checked.error)
      await store().compose(request, clock.now(), fromDraft)
      changed('outbox')
      if (fromDraft) changed('drafts')
    },
    async saveDraft(receiver, text) {
      await store().saveDraft(receiver, text)
      changed('drafts')
    },
    async adopt(entries) {
      for (const { state, request, composedAt } of entries) {
        if (state !== 'failed') await store().compose(request, composedAt)
      }
      changed('outbox')
    },
    unsent: () => store().outbox(),
    async retry(messageId) {
      await store().retry(messageId, newId(), clock.now())
      changed('outbox')
    },
    async restore(entry) {
      await store().restore(entry)
      changed('outbox')
    },
    async discard(messageId) {
      await store().discard(messageId)
      changed('outbox')
    },
  }
}
