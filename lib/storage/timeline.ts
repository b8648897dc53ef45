import { foldPost } from '../core/timeline/fold.ts'
import type { Anchor, TimelineEntry } from '../core/timeline/timeline-reader.ts'
import type { Message } from '../protocol/message.ts'
import type { Orphan } from './after-restore/orphan.ts'
import { pageOf } from './history.ts'
import type { Pair, Tables } from './tables.ts'

/**
 * A post of version v stands at [v, 0], an orphan at [after, n] with n from 1 up. Both share one order, and the keys of
 * the orphans' table are places already.
 */
export type Place = Pair

const END = Number.POSITIVE_INFINITY
export const theEnd: Place = [END, 0]

export async function placeOf(tables: Tables, anchor: Anchor): Promise<Place> {
  if (typeof anchor === 'number') return [anchor, 0]
  const orphan = anchor.onlyHere ? await tables.orphans.byId(anchor.message.messageId) : undefined
  return orphan ? [orphan.after, orphan.n] : [anchor.message.version, 0]
}

/** The place just before, so that reading after it begins with `place` itself. */
export function justBefore([version, n]: Place): Place {
  return n === 0 ? [version - 1, END] : [version, n - 1]
}

export async function readBefore(tables: Tables, generation: number, place: Place, limit: number) {
  const [version, n] = place
  const posts = await postsBefore(tables, generation, n === 0 ? version : version + 1, limit)
  const orphans = await orphansBefore(tables, [version, Math.max(n - 1, 0)], limit)
  const entries = await interleave(tables, generation, posts, orphans)
  return entries.slice(Math.max(0, entries.length - limit))
}

export async function readAfter(tables: Tables, generation: number, place: Place, limit: number) {
  const [version, n] = place
  const posts = await postsAfter(tables, generation, version, limit)
  const orphans = await orphansAfter(tables, [version, n + 1], limit)
  const entries = await interleave(tables, generation, posts, orphans)
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

export async function postsAfter(
  tables: Tables,
  generation: number,
  version: number,
  limit: number,
): Promise<Message[]> {
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

/** A mark that only this device holds is nothing to look at. */
export const isShown = ({ entry }: Orphan) => entry.message.kind !== 'mark'

async function orphansBefore(tables: Tables, upTo: Place, limit: number): Promise<Orphan[]> {
  let found: Orphan[] = []
  for (let end = upTo; found.length < limit; ) {
    const chunk = await tables.orphans.last([0, 0], end, limit)
    found = [...chunk.filter(isShown), ...found].slice(-limit)
    const [first] = chunk
    if (!first || chunk.length < limit) break
    end = justBefore([first.after, first.n])
  }
  return found
}

async function orphansAfter(tables: Tables, from: Place, limit: number): Promise<Orphan[]> {
  const found: Orphan[] = []
  for (let start = from; found.length < limit; ) {
    const chunk = await tables.orphans.first(start, theEnd, limit)
    found.push(...chunk.filter(isShown))
    const last = chunk.at(-1)
    if (!last || chunk.length < limit) break
    start = [last.after, last.n + 1]
  }
  return found.slice(0, limit)
}

export function onlyHere({ entry, giveBack }: Orphan): TimelineEntry {
  const marked = { ...entry, onlyHere: true }
  return giveBack.state === 'stays' ? { ...marked, stays: giveBack.because } : marked
}

/** Both lists are ascending; an orphan follows the post of its version. */
export async function interleave(
  tables: Tables,
  generation: number,
  posts: readonly Message[],
  orphans: readonly Orphan[],
): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = []
  let next = 0
  const takeOrphans = (before: number) => {
    for (let it = orphans[next]; it && it.after < before; it = orphans[++next]) entries.push(onlyHere(it))
  }
  const first = posts.at(0)?.version ?? 0
  const records = await tables.changes.first([generation, first], [generation, posts.at(-1)?.version ?? 0])
  const changes = new Map(records.map((record) => [record.target, record]))
  for (const post of posts) {
    takeOrphans(post.version)
    entries.push({ ...foldPost(post, changes.get(post.version)), onlyHere: false })
  }
  takeOrphans(END)
  return entries
}
