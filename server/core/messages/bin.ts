import type { Message } from '../../../lib/protocol/message.ts'

/** Bounds of one page of the bin. */
export const BIN_PAGE = { messages: 500, units: 4 * 1024 * 1024 }

/**
 * The bin keeps this of a deleted post: the post with its newest text. `messages`: the post and its edits, as far as they have
 * content. Null when nobody wrote anything.
 */
export function textToKeep(version: number, messages: readonly Message[]): Message | null {
  const texts = messages
    .filter((it) => it.content !== '' && (it.kind === 'post' || it.kind === 'edit'))
    .sort((a, b) => a.version - b.version)
  const newest = texts.at(-1)
  if (!newest) return null
  const { targetId, targetVersion: _, ...text } = newest
  // A post without text of its own is not among them. Its newest edit then stands for it.
  const post = texts.find((it) => it.version === version) ?? { ...text, version, kind: 'post', messageId: targetId }
  return { ...(post as Message), contentType: newest.contentType, content: newest.content }
}

/** As many texts, in JSON, as one answer holds; at least one. */
export function firstPage(texts: Iterable<string>): string[] {
  const page: string[] = []
  let units = 0
  for (const text of texts) {
    units += text.length
    if (page.length === BIN_PAGE.messages || (page.length > 0 && units > BIN_PAGE.units)) break
    page.push(text)
  }
  return page
}
