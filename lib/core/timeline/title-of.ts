import type { Entry } from './entry.ts'

/** The text of an entry, or the names of its files when it has none: for everything that shows a single line. */
export const titleOf = ({ content, files = [] }: Pick<Entry, 'content' | 'files'>) =>
  content.trim() === '' ? files.map((it) => it.name).join(', ') : content
