import type { OutboxEntry } from '../../../lib/core/ports.ts'
import type { Message } from '../../../lib/protocol/message.ts'
import type { Orphan } from '../../../lib/storage/after-restore/orphan.ts'
import type { Line as StoredLine, StoreState } from '../../../lib/storage/state.ts'
import type { Page } from '../../../lib/storage/tables.ts'
import type { Line, MessageSeen, OutboxSeen, StoredChange } from '../history/event.ts'
import type { Change } from './watched-tables.ts'

/** Follows what lies on a device's disk and says, of each transaction, what it has changed. */
export function createStoredRecorder() {
  const pages = new Map<string, Page>()
  const outbox = new Map<number, OutboxEntry>()
  const orphans = new Map<string, Orphan>()
  let present: Line = { generation: 1, cursor: 0, digest: null, start: 0, goneUpTo: 0 }
  let building: Line | null = null

  function read(changes: readonly Change[]): Omit<StoredChange, 'batches'> {
    const before = new Map<string, Page | undefined>()
    const entriesBefore = new Map<number, OutboxEntry | undefined>()
    let orphansChanged = false

    for (const change of changes) {
      if (change.table === 'meta') readMeta(change)
      else if (change.table === 'pages') {
        edit(
          pages,
          change,
          (page: Page) => pageKey(page),
          before,
          (page) => [page.generation, page.first],
        )
      } else if (change.table === 'outbox') {
        edit(
          outbox,
          change,
          (entry: OutboxEntry) => entry.seq,
          entriesBefore,
          (entry) => entry.seq,
        )
      } else if (change.table === 'orphans') {
        orphansChanged = true
        edit(
          orphans,
          change,
          (it: Orphan) => `${it.after}:${it.n}`,
          new Map(),
          (it) => [it.after, it.n],
        )
      }
    }
    return {
      present,
      building,
      ...messages(before),
      ...entries(entriesBefore),
      orphans: orphansChanged ? [...orphans.values()].map((it) => it.entry.message.messageId) : null,
    }
  }

  function readMeta(change: Change): void {
    if (change.type === 'clear') return
    if (change.type !== 'put') return
    const record = change.value as { name: string; state?: StoreState }
    if (record.name !== 'state' || !record.state) return
    present = lineOf(record.state.present)
    building = record.state.building && lineOf(record.state.building)
  }

  function messages(touched: Map<string, Page | undefined>): Pick<StoredChange, 'put' | 'removed'> {
    const old = new Map<string, { generation: number; message: Message }>()
    const now = new Map<string, { generation: number; message: Message }>()
    const collect = (into: typeof old, page: Page | undefined) => {
      for (const message of page?.messages ?? []) {
        into.set(`${page?.generation}:${message.version}`, { generation: page?.generation ?? 0, message })
      }
    }
    for (const [key, page] of touched) {
      collect(old, page)
      collect(now, pages.get(key))
    }
    const put = [...now].filter(([key, { message }]) => old.get(key)?.message !== message).map(([, it]) => it)
    const removed = [...old].filter(([key]) => !now.has(key)).map(([, it]) => it)
    return {
      put: put.map(({ generation, message }) => ({ generation, message: seen(message) })),
      removed: removed.map(({ generation, message: { version, messageId } }) => ({ generation, version, messageId })),
    }
  }

  function entries(touched: Map<number, OutboxEntry | undefined>): Pick<StoredChange, 'outboxPut' | 'outboxRemoved'> {
    const outboxPut: OutboxSeen[] = []
    const outboxRemoved: OutboxSeen[] = []
    for (const [seq, old] of touched) {
      const now = outbox.get(seq)
      if (now) outboxPut.push(entrySeen(now))
      else if (old) outboxRemoved.push(entrySeen(old))
    }
    return { outboxPut, outboxRemoved }
  }

  return { read }
}

/** Does to a plain map what the transaction did to its table, and remembers what stood there before. */
function edit<Key, Value>(
  map: Map<Key, Value>,
  change: Change,
  keyOf: (value: Value) => Key,
  before: Map<Key, Value | undefined>,
  orderOf: (value: Value) => unknown,
): void {
  const remember = (key: Key) => {
    if (!before.has(key)) before.set(key, map.get(key))
  }
  if (change.type === 'put') {
    const value = change.value as Value
    remember(keyOf(value))
    map.set(keyOf(value), value)
    return
  }
  for (const [key, value] of [...map]) {
    const order = orderOf(value)
    if (change.type === 'delete' && (compare(order, change.from) < 0 || compare(order, change.to) > 0)) continue
    remember(key)
    map.delete(key)
  }
}

function compare(a: unknown, b: unknown): number {
  if (Array.isArray(a) && Array.isArray(b)) return compare(a[0], b[0]) || compare(a[1], b[1])
  return Number(a) - Number(b)
}

const pageKey = (page: Page) => `${page.generation}:${page.first}`

function lineOf({ generation, cursor, digest, start, goneUpTo }: StoredLine): Line {
  return { generation, cursor, digest, start, goneUpTo }
}

function seen(message: Message): MessageSeen {
  const { version, messageId, senderDeviceId, receiverDeviceId, kind, targetVersion, contentType, content } = message
  return { version, messageId, senderDeviceId, receiverDeviceId, kind, targetVersion, contentType, content }
}

function entrySeen(entry: OutboxEntry): OutboxSeen {
  const { messageId, receiverDeviceId, kind = 'post', targetId } = entry.request
  const it: OutboxSeen = { seq: entry.seq, messageId, receiverDeviceId, kind, state: entry.state }
  if (targetId !== undefined) it.targetId = targetId
  if (entry.state === 'sent') it.version = entry.version
  if (entry.state === 'failed') it.code = entry.error.code
  return it
}
