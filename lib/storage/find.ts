import { type DeviceFilter, fits } from '../core/timeline/filter.ts'
import type { Found, TimelineEntry } from '../core/timeline/timeline-reader.ts'
import type { Message } from '../protocol/message.ts'
import type { Orphan } from './after-restore/orphan.ts'
import { pageOf } from './history.ts'
import type { Page, Tables } from './tables.ts'
import { interleave, isShown, onlyHere, type Place, theEnd } from './timeline.ts'

/**
 * A step of a search reads one page and at most so many orphans. A filter that fits one message in a thousand would
 * otherwise hold the thread, and its transaction, for the whole history.
 */
const ORPHANS = 1_000

type Step = Pick<Found, 'entries' | 'next'>

export async function findOlder(tables: Tables, generation: number, filter: DeviceFilter, place: Place): Promise<Step> {
  const [version, n] = place
  const below = n === 0 ? version : version + 1
  const page = await pageOf(tables, generation, below - 1)
  const orphans = await tables.orphans.last([page?.first ?? 0, 0], [version, Math.max(n - 1, 0)], ORPHANS)
  const cut = orphans.length === ORPHANS ? orphans[0] : undefined
  const posts = fitting(page, filter).filter((it) => it.version < below && it.version > (cut?.after ?? 0))
  return {
    entries: await entriesOf(tables, generation, posts, orphans, filter),
    next: cut ? onlyHere(cut) : (page?.first ?? null),
  }
}

export async function findNewer(tables: Tables, generation: number, filter: DeviceFilter, place: Place): Promise<Step> {
  const [version, n] = place
  const page = await pageWithNewer(tables, generation, version)
  const last = page?.messages.at(-1)?.version
  const orphans = await tables.orphans.first([version, n + 1], last === undefined ? theEnd : [last, 0], ORPHANS)
  const cut = orphans.length === ORPHANS ? orphans.at(-1) : undefined
  const posts = fitting(page, filter).filter((it) => it.version > version && it.version <= (cut?.after ?? Infinity))
  return {
    entries: await entriesOf(tables, generation, posts, orphans, filter),
    next: cut ? onlyHere(cut) : (last ?? null),
  }
}

async function pageWithNewer(tables: Tables, generation: number, version: number): Promise<Page | undefined> {
  const page = await pageOf(tables, generation, version)
  if ((page?.messages.at(-1)?.version ?? 0) > version) return page
  return (await tables.pages.first([generation, version + 1], [generation, Number.POSITIVE_INFINITY], 1))[0]
}

const fitting = (page: Page | undefined, filter: DeviceFilter): Message[] =>
  page?.messages.filter((it) => it.kind === 'post' && fitsMessage(filter, it)) ?? []

const fitsMessage = (filter: DeviceFilter, { senderDeviceId, receiverDeviceId }: Message) =>
  fits(filter, { from: senderDeviceId, to: receiverDeviceId })

function entriesOf(
  tables: Tables,
  generation: number,
  posts: readonly Message[],
  orphans: readonly Orphan[],
  filter: DeviceFilter,
): Promise<TimelineEntry[]> {
  const own = orphans.filter((it) => isShown(it) && fitsMessage(filter, it.entry.message))
  return interleave(tables, generation, posts, own)
}
