import type { Message } from '../../../lib/protocol/message.ts'

/** The edits and deletes of all posts, to be folded in when a post is read. */
export interface Changes {
  note(message: Message): void
  /** The post as a person sees it; null when it was deleted. */
  fold(post: Message): { content: string; contentType: string; edited: boolean } | null
}

/** Holds the latest edit of each edited post, and nothing of the others. */
export function createChanges(): Changes {
  const edits = new Map<string, Message>()
  const deleted = new Set<string>()
  return {
    note(message) {
      const { kind, targetId } = message
      if (targetId === undefined) return
      if (kind === 'delete') {
        deleted.add(targetId)
        edits.delete(targetId)
      }
      if (kind !== 'edit' || deleted.has(targetId)) return
      const before = edits.get(targetId)
      if (!before || before.version < message.version) edits.set(targetId, message)
    },
    fold({ messageId, content, contentType }) {
      if (deleted.has(messageId)) return null
      const edit = edits.get(messageId)
      return { content: edit?.content ?? content, contentType: edit?.contentType ?? contentType, edited: !!edit }
    },
  }
}
