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

type ComposerStore = Pick<DeviceStore, 'compose' | 'retry' | 'discard' | 'restore' | 'outbox' | 'saveDraft'>

export interface ComposerDeps {
  /** Works on the device's store. The work may run twice: the browser may close the store in the middle. */
  write: <T>(work: (store: ComposerStore) => Promise<T>) => Promise<T>
  clock: Clock
  newId: () => string
  changed: (what: 'outbox' | 'drafts') => void
}

export function createComposer({ write, clock, newId, changed }: ComposerDeps): Composer {
  return {
    async compose(unsent, fromDraft) {
      const request = { ...unsent, messageId: newId() }
      const checked = checkSendItem(request)
      if (!checked.ok) throw RoostError.from(checked.error)
      const composedAt = clock.now()
      await write((store) => store.compose(request, composedAt, fromDraft))
      changed('outbox')
      if (fromDraft) changed('drafts')
    },
    async saveDraft(receiver, text) {
      await write((store) => store.saveDraft(receiver, text))
      changed('drafts')
    },
    async adopt(entries) {
      for (const { state, request, composedAt } of entries) {
        if (state !== 'failed') await write((store) => store.compose(request, composedAt))
      }
      changed('outbox')
    },
    unsent: () => write((store) => store.outbox()),
    async retry(messageId) {
      const [again, at] = [newId(), clock.now()]
      await write((store) => store.retry(messageId, again, at))
      changed('outbox')
    },
    async restore(entry) {
      await write((store) => store.restore(entry))
      changed('outbox')
    },
    async discard(messageId) {
      await write((store) => store.discard(messageId))
      changed('outbox')
    },
  }
}
