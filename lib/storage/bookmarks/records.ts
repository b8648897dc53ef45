import type { BookmarkName, BookmarkRecord, Tables } from '../tables.ts'

export const nameOf = (name: string): BookmarkName => `bookmark:${name}`

export const newBookmark = (name: string): BookmarkRecord => ({ name: nameOf(name), version: 0, done: [] })

export async function bookmarksOf(tables: Tables): Promise<BookmarkRecord[]> {
  const records = await tables.meta.first(nameOf(''), nameOf('\uffff'))
  return records.filter((it) => 'done' in it)
}

export async function bookmarkOf(tables: Tables, name: string): Promise<BookmarkRecord> {
  const record = await tables.meta.get(nameOf(name))
  return record && 'done' in record ? record : newBookmark(name)
}
