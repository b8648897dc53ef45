import { RoostError } from '../../protocol/error.ts'
import { MARK_CONTENT_TYPE, type MarkValue } from '../../protocol/mark.ts'
import { checkSendItem, type SendRequest } from '../../protocol/send.ts'
import type { ChangeRequest, Clock, Deletion, DeviceStore, OutboxEntry, Written } from '../ports.ts'
import { type ChangeTarget, UNDO_MS } from './own-change.ts'

/** Values by key; null clears one. */
export type Marks = Readonly<Record<string, MarkValue>>

export type Unsent = Omit<SendRequest, 'messageId'>

/** A person's actions on their outbox. Each resolves when it is durable in the store. @throws StorageError */
export interface Composer {
  /**
   * `fromDraft`: the text was the draft for its receiver, which is gone once the message is in the outbox.
   * @throws RoostError `payload_too_large`, `invalid_request`.
   */
  compose(request: Unsent, fromDraft?: boolean): Promise<void>
  /**
   * Gives a post another text. The edit that the server stores last is the one that every device shows.
   * @throws RoostError `payload_too_large`, `invalid_request`.
   */
  edit(post: ChangeTarget, content: string): Promise<void>
  /**
   * Says something of a post, on every device: `{ pinned: true }`. Null takes it back. It is shown at once, and until the
   * server refuses it for good. @throws RoostError `payload_too_large`, `invalid_request`.
   */
  mark(post: Pick<ChangeTarget, 'id' | 'to'>, says: Marks): Promise<void>
  /** Deletes posts on every device, ten seconds from now: until then `undoDelete` can take it back. */
  deletePosts(posts: readonly ChangeTarget[]): Promise<Deletion>
  /** Answers whether it was in time for all of them. */
  undoDelete(deletion: Deletion): Promise<boolean>
  /** Keeps what a person has written for `receiver` and not sent. Resolves once it is stored, and shown in the state. */
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
  /**
   * Sends messages that were written elsewhere, in one transaction, under messageIds of their own. Those that are in the
   * outbox already stay as they are.
   */
  composeAll(written: readonly Written[]): Promise<void>
  /** The stored outbox, for another device to adopt. */
  unsent(): Promise<OutboxEntry[]>
}

type ComposerStore = Pick<
  DeviceStore,
  | 'compose'
  | 'composeAll'
  | 'edit'
  | 'mark'
  | 'remove'
  | 'undoRemove'
  | 'retry'
  | 'discard'
  | 'restore'
  | 'outbox'
  | 'saveDraft'
>

export interface ComposerDeps {
  /** Works on the device's store. The work may run twice: the browser may close the store in the middle. */
  write: <T>(work: (store: ComposerStore) => Promise<T>) => Promise<T>
  clock: Clock
  newId: () => string
  /** The device sends at once, so a message counts as sent from the start. */
  sendsNow: () => boolean
  /** Resolves once the device's state shows it. */
  changed: (what: 'outbox' | 'drafts') => Promise<void>
}

export function createComposer({ write, clock, newId, sendsNow, changed }: ComposerDeps): Composer {
  const change = (kind: 'edit' | 'delete', { id, to, contentType }: ChangeTarget, content: string): ChangeRequest => ({
    ...{ messageId: newId(), receiverDeviceId: to, kind, targetId: id, contentType, content },
  })

  return {
    async compose(unsent, fromDraft) {
      const request = checked({ ...unsent, messageId: newId() })
      const composedAt = clock.now()
      const fresh = !sendsNow()
      await write((store) => store.compose(request, composedAt, { fromDraft, fresh }))
      void changed('outbox')
      if (fromDraft) void changed('drafts')
    },
    async edit(post, content) {
      const request = checked(change('edit', post, content))
      const composedAt = clock.now()
      const fresh = !sendsNow()
      await write((store) => store.edit(request, composedAt, fresh))
      void changed('outbox')
    },
    async mark({ id, to }, says) {
      const content = JSON.stringify(says)
      const request = checked({
        ...{ messageId: newId(), receiverDeviceId: to, kind: 'mark' as const, targetId: id },
        ...{ contentType: MARK_CONTENT_TYPE, content },
      })
      const composedAt = clock.now()
      await write((store) => store.mark(request, composedAt))
      void changed('outbox')
    },
    async deletePosts(posts) {
      const requests = posts.map((it) => change('delete', it, ''))
      const now = clock.now()
      const deletion = await write((store) => store.remove(requests, now, now + UNDO_MS))
      void changed('outbox')
      return deletion
    },
    async undoDelete(deletion) {
      const inTime = await write((store) => store.undoRemove(deletion))
      void changed('outbox')
      return inTime
    },
    async saveDraft(receiver, text) {
      await write((store) => store.saveDraft(receiver, text))
      await changed('drafts')
    },
    async adopt(entries) {
      const unsettled = entries.filter((it) => it.state !== 'failed')
      await write((store) => store.composeAll(unsettled))
      void changed('outbox')
    },
    async composeAll(written) {
      await write((store) => store.composeAll(written))
      void changed('outbox')
    },
    unsent: () => write((store) => store.outbox()),
    async retry(messageId) {
      const [again, at] = [newId(), clock.now()]
      await write((store) => store.retry(messageId, again, at))
      void changed('outbox')
    },
    async restore(entry) {
      await write((store) => store.restore(entry))
      void changed('outbox')
    },
    async discard(messageId) {
      await write((store) => store.discard(messageId))
      void changed('outbox')
    },
  }
}

function checked<R extends SendRequest>(request: R): R {
  const result = checkSendItem(request)
  if (!result.ok) throw RoostError.from(result.error)
  return request
}
