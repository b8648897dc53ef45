import { beginOffer } from '../../core/after-restore/give-back.ts'
import { foldPost } from '../../core/timeline/fold.ts'
import type { Message } from '../../protocol/message.ts'
import { findMessage, pagesOf } from '../history.ts'
import type { Line } from '../state.ts'
import type { Kept, Tables } from '../tables.ts'
import { leftOver, putKept } from './give-back-queue.ts'
import { judgeLostChange } from './orphaned-change.ts'

/** Two generations of one device's inbox, when the second takes the place of the first. */
export interface Fork {
  selfId: string
  old: Line
  built: Line
  /** Of the messages that the new generation holds, by messageId. */
  versions: ReadonlyMap<string, number>
}

/**
 * Keeps the messages that only the old generation holds: posts, folded, and edits and deletes of posts that the mother still
 * has. Each stays behind the message it stood behind, as far as the mother still has that. What was kept at an earlier
 * fork stays, too, unless the mother has it again. Answers whether some of it waits for its senders to offer it.
 */
export async function keepOnlyHere(tables: Tables, fork: Fork): Promise<boolean> {
  const { selfId, old, built, versions } = fork
  const earlier = await tables.kept.first([0, 0], [Number.POSITIVE_INFINITY, 0])
  const found: Kept[] = []
  const posts = new Map<number, Kept>()
  /** The last message on the way that both generations hold, by its new version. */
  let common = built.start

  function keep(place: number, part: Pick<Kept, 'entry' | 'change' | 'offer'>): Kept {
    // Below the new beginning nothing else can stand, so what is there keeps its place.
    const kept = { ...part, behind: place <= built.start ? place : common, n: 0, order: found.length + 1 }
    found.push(kept)
    return kept
  }

  async function keepEarlier(until: number): Promise<void> {
    for (let it = earlier[0]; it && it.behind < until; it = earlier[0]) {
      const { message } = it.entry
      const again = versions.get(message.messageId)
      const left = again === undefined ? it : await leftOf(it, again)
      if (left)
        keep(it.behind, { ...left, offer: beginOffer(left.entry.message.senderDeviceId === selfId, left.offer) })
      common = again ?? common
      earlier.shift()
    }
  }

  async function leftOf(kept: Kept, again: number): Promise<Kept | null> {
    const back = await findMessage(tables, built.generation, again)
    const change = await tables.changes.get([built.generation, again])
    return back && !change?.deleted ? leftOver(kept, foldPost(back, change).message, selfId) : null
  }

  async function keepLost(message: Message): Promise<void> {
    const { version, kind, targetVersion = 0 } = message
    const own = message.senderDeviceId === selfId
    const offer = version <= built.start ? ({ state: 'stays', because: 'removed' } as const) : beginOffer(own)
    if (kind === 'post') {
      const entry = foldPost(message, await tables.changes.get([old.generation, version]))
      posts.set(
        version,
        keep(version, { entry, offer: entry.deleted ? { state: 'stays', because: 'deleted' } : offer }),
      )
      return
    }
    const judged = await judgeLostChange(tables, fork, message)
    const post = posts.get(targetVersion)
    if (judged === 'void') return
    if (post) post.change ??= message
    else {
      const entry = { message, deleted: kind === 'delete' }
      keep(version, { entry, offer: judged === 'overtaken' ? { state: 'stays', because: judged } : offer })
    }
  }

  for await (const page of pagesOf(tables, old.generation)) {
    for (const message of page.messages) {
      await keepEarlier(message.version)
      const again = versions.get(message.messageId)
      if (again === undefined) await keepLost(message)
      else common = again
    }
  }
  await keepEarlier(Number.POSITIVE_INFINITY)

  // A fork that the floor hid may have left one message under two versions.
  const once = new Map(found.map((it) => [it.entry.message.messageId, it]))
  tables.kept.clear()
  tables.offers.clear()
  for (const group of Map.groupBy(once.values(), (it) => it.behind).values()) {
    for (const [index, kept] of group.entries()) putKept(tables, { ...kept, n: index + 1 })
  }
  return once.values().some((it) => it.offer.state === 'waiting')
}
