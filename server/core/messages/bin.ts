import type { Message } from '../../../lib/protocol/message.ts'

/** Bounds of one page of the bin. */
export const BIN_PAGE = { messages: 500, units: 4 * 1024 * 1024 }

/**
 * The bin keeps these of a deleted post and its edits: every text, each as it was. Somebody who edits a post before deleting it
 * so overwrites nothing.
 */
export function textsToKeep(messages: readonly Message[]): Message[] {
  return messages.filter((it) => (it.content !== '' || it.files) && (it.kind === 'post' || it.kind === 'edit'))
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
