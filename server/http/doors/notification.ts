import { DEFAULT_CONTENT_TYPE } from '../../../lib/protocol/message.ts'
import type { Wake } from '../../../lib/protocol/wake.ts'

/** A program tells this through one of the doors, in our own words. */
export interface Notification {
  title: string
  message: string
  /** The sender says that the message is Markdown. The title never is. */
  markdown: boolean
  /** Before the first line. */
  emoji: readonly string[]
  /** Addresses, a line each below the message. */
  lines: readonly string[]
  /** The last line, as hashtags. */
  labels: readonly string[]
  wake: Wake
}

/** The content of the message that carries it: the title first. */
export function contentOf({ title, message, markdown, emoji, lines, labels }: Notification) {
  const [first, second] = title.trim() === '' ? [message, ''] : [titleLine(title, markdown), message]
  const firstLine = [...emoji, first].filter((it) => it !== '').join(' ')
  const parts = [firstLine, second, ...lines.map(oneLine), labels.map(asHashtag).join(' ')].filter((it) => it !== '')
  // In Markdown a single line break is none.
  const content = parts.join(markdown ? '\n\n' : '\n')
  return { content, contentType: markdown ? 'text/markdown' : DEFAULT_CONTENT_TYPE }
}

const titleLine = (title: string, markdown: boolean) =>
  markdown ? `**${oneLine(title).replace(/[\\`*_[\]<&~]/g, '\\$&')}**` : oneLine(title)

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

const asHashtag = (tag: string) => `#${tag.replace(/\s+/g, '-')}`
