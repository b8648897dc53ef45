import { nameToEmoji } from 'gemoji'

/** The emoji of a tag such as `warning`, by the short names that ntfy takes, too. */
export const emojiOf = (tag: string): string | undefined =>
  Object.hasOwn(nameToEmoji, tag) ? nameToEmoji[tag] : undefined
