import type { DeviceStore, OutboxEntry } from '../core/ports.ts'
import { entryOfOutbox, timeOf } from '../core/timeline/entry.ts'
import type { HistoryPage, PageReader } from '../core/timeline/page-reader.ts'
import { requestOf } from '../core/timeline/said.ts'
import type { TimelineEntry, TimelineReader } from '../core/timeline/timeline-reader.ts'
import { DEFAULT_CONTENT_TYPE } from '../protocol/message.ts'
import type { Criterion } from './criteria.ts'
import { excerptAround, firstLine } from './excerpt.ts'
import type { Hit } from './hit.ts'
import { createMatcher, findRanges, textsOf } from './match.ts'
import type { Outline } from './outline.ts'
import { createOwnChanges } from './own-changes.ts'
import { hasFile, wordsOf } from './said.ts'
import { createPageFilter, FORM } from './signature.ts'

export type SearchStore = PageReader & TimelineReader & Pick<DeviceStore, 'position' | 'outbox' | 'readPosition'>

/** Pages in one read: few at first, because the person waits for the first hit. */
const FIRST_READ = 1
const LARGEST_READ = 4

const MOST_AT_ONCE = 30

export interface SearchRequest {
  criteria: readonly Criterion[]
  selfId: string
}

/**
 * Finds messages, newest first, and yields after every read of the storage, also when it found nothing there. The caller
 * stops it, or leaves it where it is, between two yields. It sees each message once even if pages merge meanwhile.
 * @throws StorageError
 */
export async function* search(
  store: SearchStore,
  outline: Outline,
  { criteria, selfId }: SearchRequest,
): AsyncGenerator<Hit[], void, undefined> {
  const { readUpTo } = await store.readPosition()
  const matches = createMatcher(criteria, { selfId, readUpTo })
  const mayHold = createPageFilter(criteria)
  const wanted = textsOf(criteria, false)
  const toHit = createHits(store, wanted)

  const outbox = await store.outbox()
  const own = createOwnChanges(store, outbox)
  const waiting = outboxEntries(outbox, selfId).map(own.applied)
  const lost = (await store.onlyHere()).filter(({ entry }) => matches(entry))
  yield await Promise.all(waiting.filter(matches).map((entry) => toHit(entry, { version: null })))
  const edited = (await own.edited(wanted)).filter(matches)
  yield await Promise.all(edited.map((entry) => toHit(entry, { version: entry.message.version })))
  const early = new Set(edited.map((it) => it.message.messageId))

  let below = Number.POSITIVE_INFINITY
  let size = FIRST_READ
  const { generation, firsts, signatures } = await outline.read()
  const left = firsts.filter((first) => {
    const signature = signatures.get(first)
    return !signature || signature.form !== FORM || mayHold(signature)
  })
  while (left.length > 0) {
    const pages = await store.pages(generation, left.splice(-size).reverse())
    size = Math.min(size * 2, LARGEST_READ)
    let hits: Hit[] = []
    for (const page of pages) {
      for await (const hit of hitsOf(page, below)) {
        hits.push(hit)
        // A page may hold a thousand, and a screen wants a few.
        if (hits.length < MOST_AT_ONCE) continue
        yield hits
        hits = []
      }
      below = page.first
    }
    yield hits
  }
  yield await lostAfter(0)

  /** The orphans that stand after `version` and have not been found yet. */
  async function lostAfter(version: number): Promise<Hit[]> {
    const from = lost.findIndex(({ after }) => after >= version)
    const found = from < 0 ? [] : lost.splice(from).reverse()
    return Promise.all(found.map(({ entry, after }) => toHit(entry, { version: after })))
  }

  async function* hitsOf({ entries }: HistoryPage, end: number): AsyncGenerator<Hit, void, undefined> {
    for (let at = entries.length - 1; at >= 0; at--) {
      const entry = own.applied(entries[at] as TimelineEntry)
      const { version, messageId } = entry.message
      if (version >= end || early.has(messageId) || !matches(entry)) continue
      yield* await lostAfter(version)
      yield await toHit(entry, { version, before: entries[at - 1], after: entries[at + 1] })
    }
  }
}

interface Place {
  version: number | null
  /** Its neighbours, if its page holds them. */
  before?: TimelineEntry | undefined
  after?: TimelineEntry | undefined
}

function createHits(store: TimelineReader, wanted: readonly string[]) {
  return async (entry: TimelineEntry, place: Place): Promise<Hit> => {
    const { message } = entry
    const words = wordsOf(message)
    const isStored = message.version > 0
    const before = place.before ?? (isStored ? (await store.before(entry, 1))[0] : undefined)
    const after = place.after ?? (isStored ? (await store.after(entry, 1))[0] : undefined)
    return {
      ...excerptAround(words, findRanges(words, wanted)),
      ...{ id: message.messageId, from: message.senderDeviceId, to: message.receiverDeviceId },
      at: message.timestamp,
      version: place.version,
      contentType: hasFile(message) ? DEFAULT_CONTENT_TYPE : message.contentType,
      before: before ? firstLine(wordsOf(before.message)) : '',
      after: after ? firstLine(wordsOf(after.message)) : '',
    }
  }
}

/** The posts that this device has composed and the inbox does not hold yet, newest first. */
function outboxEntries(outbox: readonly OutboxEntry[], selfId: string): TimelineEntry[] {
  const entries = outbox.map((it) => entryOfOutbox(it, selfId)).filter((it) => it.kind === 'post')
  return entries.reverse().map((it) => ({
    message: {
      ...{ messageId: it.id, kind: it.kind, senderDeviceId: it.from, receiverDeviceId: it.to },
      ...requestOf(it),
      ...{ timestamp: timeOf(it), version: 0 },
    },
    deleted: false,
    onlyHere: true,
  }))
}
