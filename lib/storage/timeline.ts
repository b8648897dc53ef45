import { foldPost } from '../core/timeline/fold.ts'
import type { Anchor, TimelineEntry } from '../core/timeline/timeline-reader.ts'
import type { Message } from '../protocol/message.ts'
import { pageOf } from './history.ts'
import type { Kept, Pair, Tables } from './tables.ts'

/**
 * Places are pairs: a post of version v stands at [v, 0], a message that only this device holds at [behind, n] with
 * n from 1 up. One order for both, and the keys of the `kept` table are places already.
 */
export type Place = Pair

const END = Number.POSITIVE_INFINITY
export const theEnd: Place = [END, 0]

export async function placeOf(tables: Tables, anchor: Anchor): Promise<Place> {
  if (typeof anchor === 'number') return [anchor, 0]
  const kept = anchor.onlyHere ? await tables.kept.byId(anchor.message.messageId) : undefined
  return kept ? [kept.behind, kept.n] : [anchor.message.version, 0]
}

/** The place just before: what comes after it begins with `place` itself. */
export function justBefore([version, n]: Place): Place {
  return n === 0 ? [version - 1, END] : [version, n - 1]
}

export async function readBefore(tables: Tables, generation: number, place: Place, limit: number) {
  const [version, n] = place
  const posts = await postsBefore(tables, generation, n === 0 ? version : version + 1, limit)
  const kept = await tables.kept.last([0, 0], [version, Math.max(n - 1, 0)], limit)
  const entries = await interleave(tables, generation, posts, kept)
  return entries.slice(Math.max(0, entries.length - limit))
}

export async function readAfter(tables: Tables, generation: number, place: Place, limit: number) {
  const [version, n] = place
  const posts = await postsAfter(tables, generation, version, limit)
  const kept = await tables.kept.first([version, n + 1], theEnd, limit)
  const entries = await interleave(tables, generation, posts, kept)
  return entries.slice(0, limit)
}

/** Walks back page by page until there are enough posts: a page may hold nothing but edits. */
async function postsBefore(tables: Tables, generation: number, version: number, limit: number): Promise<Message[]> {
  let found: Message[] = []
  let below = version
  while (found.length < limit) {
    const page = await pageOf(tables, generation, below - 1)
    if (!page) break
    const posts = page.messages.filter((message) => message.kind === 'post' && message.version < below)
    found = [...posts.slice(Math.max(0, posts.length - (limit - found.length))), ...found]
    below = page.first
  }
  return found
}

async function postsAfter(tables: Tables, generation: number, version: number, limit: number): Promise<Message[]> {
  const found: Message[] = []
  let page = await pageOf(tables, generation, version)
  let from = version + 1
  while (found.length < limit) {
    const posts = page?.messages.filter((message) => message.kind === 'post' && message.version > version) ?? []
    found.push(...posts.slice(0, limit - found.length))
    ;[page] = await tables.pages.first([generation, from], [generation, END], 1)
    if (!page) break
    from = page.first + 1
  }
  return found
}

function onlyHere({ entry, offer }: Kept): TimelineEntry {
  const kept = { ...entry, onlyHere: true }
  return offer.state === 'stays' ? { ...kept, stays: offer.because } : kept
}

/** Both lists are ascending; one of kept messages stands behind the post of its version. */
async function interleave(
  tables: Tables,
  generation: number,
  posts: readonly Message[],
  kept: readonly Kept[],
): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = []
  let next = 0
  const takeKept = (before: number) => {
    for (let it = kept[next]; it && it.behind < before; it = kept[++next]) entries.push(onlyHere(it))
  }
  const first = posts.at(0)?.version ?? 0
  const records = await tables.changes.first([generation, first], [generation, posts.at(-1)?.version ?? 0])
  const changes = new Map(records.map((record) => [record.target, record]))
  for (const post of posts) {
    takeKept(post.version)
    entries.push({ ...foldPost(post, changes.get(post.version)), onlyHere: false })
  }
  takeKept(END)
  return entries
}
