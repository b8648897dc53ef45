import type { TimelineEntry } from '../../core/timeline/timeline-reader.ts'
import { whileBothStored } from '../after-restore/while-both-stored.ts'
import { loadState } from '../load-state.ts'
import type { Transactions } from '../tables.ts'
import { interleave, postsAfter } from '../timeline.ts'
import { carryOver } from './carry-over.ts'
import { bookmarkOf, nameOf, newBookmark } from './records.ts'

/** Posts that a loop has not had, ascending. They belong to this `generation` of the storage. */
export interface Unseen {
  entries: TimelineEntry[]
  generation: number
}

/** How far each loop of a program has come over the posts of this device. Each method is one transaction. */
export interface Bookmarks {
  has(name: string): Promise<boolean>
  /** Begins at `version` if there is no bookmark of that name. */
  begin(name: string, version: number): Promise<void>
  /** At most `limit` posts after the bookmark. An empty answer means that the loop has had everything. */
  unseen(name: string, limit: number): Promise<Unseen>
  /**
   * The loop has had this post. It is durable when the promise resolves. False: the history was replaced since the post was
   * read.
   */
  move(name: string, entry: TimelineEntry, generation: number): Promise<boolean>
}

export function createBookmarks({ read, write }: Pick<Transactions, 'read' | 'write'>): Bookmarks {
  whileBothStored.add(carryOver)
  return {
    has: (name) => read(async (tables) => (await tables.meta.get(nameOf(name))) !== undefined),
    begin: (name, version) =>
      write(async (tables) => {
        if (!(await tables.meta.get(nameOf(name)))) tables.meta.put({ ...newBookmark(name), version })
      }),
    unseen: (name, limit) =>
      read(async (tables) => {
        const [{ present }, bookmark] = await Promise.all([loadState(tables), bookmarkOf(tables, name)])
        const { generation } = present
        for (let { version } = bookmark; ; ) {
          const posts = await postsAfter(tables, generation, version, limit)
          const entries = await interleave(tables, generation, posts, [])
          const unseen = entries.filter((it) => !bookmark.done.includes(it.message.messageId))
          const last = posts.at(-1)
          if (unseen.length > 0 || !last) return { entries: unseen, generation }
          version = last.version
        }
      }),
    move: (name, { message }, generation) =>
      write(async (tables) => {
        const [{ present }, bookmark] = await Promise.all([loadState(tables), bookmarkOf(tables, name)])
        const { version, messageId } = message
        // The history was replaced while the loop worked on the post, which may come again under another version.
        const isOld = present.generation !== generation
        if (isOld) tables.meta.put({ ...bookmark, done: [...bookmark.done, messageId] })
        else if (version > bookmark.version) tables.meta.put({ ...bookmark, version })
        return !isOld
      }),
  }
}
