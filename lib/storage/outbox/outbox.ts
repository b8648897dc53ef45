import { isArrival, settled, settleEntry, waitAgain } from '../../core/outbox/outbox.ts'
import type { OutboxEntry } from '../../core/ports.ts'
import type { Message } from '../../protocol/message.ts'
import type { SendRequest, SendResult } from '../../protocol/send.ts'
import { findMessage } from '../history.ts'
import { loadState, saveState } from '../load-state.ts'
import type { Line } from '../state.ts'
import type { Tables } from '../tables.ts'

const END = Number.POSITIVE_INFINITY
const CHUNK = 100

export function allEntries(tables: Tables): Promise<OutboxEntry[]> {
  return tables.outbox.first(0, END)
}

/** Adds at the end. A messageId that is there already is that entry: the id is the idempotency key here, too. */
export async function compose(
  tables: Tables,
  request: SendRequest,
  composedAt: number,
  { fresh = false, heldUntil }: { fresh?: boolean; heldUntil?: number } = {},
): Promise<OutboxEntry> {
  const known = await tables.outbox.byId(request.messageId)
  if (known) return known
  const state = await loadState(tables)
  const entry: OutboxEntry = {
    ...{ seq: state.nextSeq, request, composedAt, state: 'waiting' },
    ...(fresh ? { fresh } : {}),
    ...(heldUntil === undefined ? {} : { heldUntil }),
  }
  tables.outbox.put(entry)
  saveState(tables, { ...state, nextSeq: entry.seq + 1 })
  return entry
}

export interface Settled {
  /** The results that count: see `settled` in lib/core/outbox/outbox.ts. */
  counting: readonly SendResult[]
  /** The posts that the server has refused now, and does not hold. */
  refused: OutboxEntry[]
}

export async function settle(tables: Tables, results: readonly SendResult[]): Promise<Settled> {
  const refused: OutboxEntry[] = []
  const { present } = await loadState(tables)
  const counting = settled(results)
  const entries = await Promise.all(counting.map((it) => tables.outbox.byId(it.messageId ?? '')))
  for (const [index, result] of counting.entries()) {
    const entry = entries[index]
    if (!entry) continue
    const after = settleEntry(entry, result)
    if (after.state === 'sent' && (await hasArrived(tables, present, after))) tables.outbox.delete(entry.seq)
    // A refused mark is undone, and nothing is left of it to show.
    else if (after.state === 'failed' && after.request.kind === 'mark') tables.outbox.delete(entry.seq)
    else if (after !== entry) tables.outbox.put(after)
    if (after.state === 'failed' && after.error.code !== 'conflict' && isPost(after)) refused.push(after)
  }
  return { counting, refused }
}

/** Compares messageIds, not the cursor, because a restored server gives versions below the cursor again. */
async function hasArrived(tables: Tables, line: Line, entry: OutboxEntry & { state: 'sent' }): Promise<boolean> {
  // The usual case needs no page.
  if (entry.version > line.cursor) return false
  if (entry.version <= line.goneUpTo) return true
  return (await findMessage(tables, line.generation, entry.version))?.messageId === entry.request.messageId
}

/**
 * Removes the entries whose message has just come in. An entry may still wait then: the server stored it and the answer
 * got lost. `waiting` is the length of the outbox.
 */
export async function dropArrived(
  tables: Tables,
  waiting: number,
  added: readonly Message[],
  deviceId: string,
): Promise<void> {
  if (added.length === 0) return
  const byId = new Map(added.map((it) => [it.messageId, it]))
  const entries =
    waiting <= byId.size
      ? await allEntries(tables)
      : await Promise.all([...byId.keys()].map((id) => tables.outbox.byId(id)))
  for (const entry of entries) {
    const message = entry && byId.get(entry.request.messageId)
    if (message && isArrival(entry, message, deviceId)) tables.outbox.delete(entry.seq)
  }
}

/**
 * Lets entries wait again that the server acknowledged and lost in a restore: the inbox has reached their version without
 * their message, or this device `isLevel` with the server and their version still lies beyond (a device whose cursor is
 * just where the restore went back to sees no fork). The same messageId makes a second send safe, also where the batch
 * was only older than the acknowledgement. Sent entries precede waiting posts, so the first of those ends the search; edits
 * and deletes may be held while later messages go out.
 */
export async function sendLostAgain(tables: Tables, { cursor }: Line, isLevel: boolean): Promise<void> {
  for (let from = 0; ; ) {
    const chunk = await tables.outbox.first(from, END, CHUNK)
    for (const entry of chunk) {
      if (entry.state === 'waiting' && isPost(entry)) return
      if (entry.state === 'sent' && (entry.version <= cursor || isLevel)) tables.outbox.put(waitAgain(entry))
    }
    const last = chunk.at(-1)
    if (!last) return
    from = last.seq + 1
  }
}

/** Removes entries whose version retention has removed meanwhile, because their message will never come in. */
export async function dropGone(tables: Tables, floor: number): Promise<void> {
  for (const entry of await allEntries(tables)) {
    if (entry.state === 'sent' && entry.version <= floor) tables.outbox.delete(entry.seq)
  }
}

export async function takeFailed(tables: Tables, messageId: string): Promise<OutboxEntry | null> {
  const entry = await tables.outbox.byId(messageId)
  if (entry?.state !== 'failed') return null
  tables.outbox.delete(entry.seq)
  return entry
}

export async function restore(tables: Tables, entry: OutboxEntry): Promise<void> {
  if (!(await tables.outbox.byId(entry.request.messageId))) tables.outbox.put(entry)
}

const isPost = ({ request: { kind = 'post' } }: OutboxEntry) => kind === 'post'
