import { foldPost } from '../../core/timeline/fold.ts'
import type { Message } from '../../protocol/message.ts'
import { findMessage, pagesOf } from '../history.ts'
import type { Tables } from '../tables.ts'
import type { Fork } from './fork.ts'
import { beginGiveBack } from './give-back.ts'
import { judgeChange } from './judge-change.ts'
import type { Orphan } from './orphan.ts'
import { leftOver, putOrphan } from './queue.ts'
import { whileBothStored } from './while-both-stored.ts'

/**
 * Stores the messages that only the old generation holds: folded posts, and edits, deletes and marks of posts that the
 * server still has. Each keeps its place after the message it followed, as far as the server still has that one. Orphans of an
 * earlier fork stay, unless the server has them again. Answers whether any of them waits for its sender.
 */
export async function findOrphans(tables: Tables, fork: Fork): Promise<boolean> {
  const { selfId, old, built, versions } = fork
  for (const run of whileBothStored) await run(tables, old.generation, built.generation)
  const earlier = await tables.orphans.first([0, 0], [Number.POSITIVE_INFINITY, 0])
  const found: Orphan[] = []
  const posts = new Map<number, Orphan>()
  /** The last message so far that both generations hold, by its new version. */
  let common = built.start

  function add(place: number, part: Pick<Orphan, 'entry' | 'change' | 'marks' | 'giveBack'>): Orphan {
    // Nothing else can stand below the new beginning, so orphans there keep their place.
    const orphan = { ...part, after: place <= built.start ? place : common, n: 0, order: found.length + 1 }
    found.push(orphan)
    return orphan
  }

  async function addEarlier(until: number): Promise<void> {
    for (let it = earlier[0]; it && it.after < until; it = earlier[0]) {
      const { message } = it.entry
      const again = versions.get(message.messageId)
      const left = again === undefined ? it : await leftOf(it, again)
      if (left) {
        add(it.after, { ...left, giveBack: beginGiveBack(isOwn(left.entry.message), left.giveBack) })
      }
      common = again ?? common
      earlier.shift()
    }
  }

  async function leftOf(orphan: Orphan, again: number): Promise<Orphan | null> {
    const back = await findMessage(tables, built.generation, again)
    const change = await tables.changes.get([built.generation, again])
    return back && !change?.deleted ? leftOver(orphan, foldPost(back, change).message, selfId) : null
  }

  const isOwn = (message: Message) => message.senderDeviceId === selfId

  async function addLost(message: Message): Promise<void> {
    const { version, kind, targetVersion = 0 } = message
    const giveBack =
      version <= built.start ? ({ state: 'stays', because: 'removed' } as const) : beginGiveBack(isOwn(message))
    if (kind === 'post') {
      const entry = foldPost(message, await tables.changes.get([old.generation, version]))
      const post = add(version, { entry, giveBack: entry.deleted ? { state: 'stays', because: 'deleted' } : giveBack })
      posts.set(version, post)
      return
    }
    const judged = await judgeChange(tables, fork, message)
    const post = posts.get(targetVersion)
    if (judged === 'void') return
    if (kind === 'mark') return addMark(message, post, judged === 'overtaken' || version <= built.start)
    if (post) post.change ??= message
    else {
      const entry = { message, deleted: kind === 'delete' }
      add(version, { entry, giveBack: judged === 'overtaken' ? { state: 'stays', because: judged } : giveBack })
    }
  }

  /** A mark is nothing to look at, so one that cannot come back is gone. */
  function addMark(message: Message, post: Orphan | undefined, isGone: boolean): void {
    if (isGone) return
    if (post) post.marks = [...(post.marks ?? []), message]
    else add(message.version, { entry: { message, deleted: false }, giveBack: beginGiveBack(isOwn(message)) })
  }

  for await (const page of pagesOf(tables, old.generation)) {
    for (const message of page.messages) {
      await addEarlier(message.version)
      const again = versions.get(message.messageId)
      if (again === undefined) await addLost(message)
      else common = again
    }
  }
  await addEarlier(Number.POSITIVE_INFINITY)

  // The floor may have hidden a fork, which left one message under two versions.
  const once = new Map(found.map((it) => [it.entry.message.messageId, it]))
  tables.orphans.clear()
  tables.dueOrphans.clear()
  for (const group of Map.groupBy(once.values(), (it) => it.after).values()) {
    for (const [index, orphan] of group.entries()) putOrphan(tables, { ...orphan, n: index + 1 })
  }
  return once.values().some((it) => it.giveBack.state === 'waiting')
}
