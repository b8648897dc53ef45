import { checkMark } from '../../protocol/mark.ts'
import { isUnseen } from '../outbox/own-change.ts'
import type { OutboxEntry } from '../ports.ts'
import { type Entry, type PendingChange, saidBy } from './entry.ts'
import { isChange } from './fold.ts'

/** By the id of their post: the edits, deletes and marks that this device has made and not received back. Oldest first. */
export type Pending = ReadonlyMap<string, readonly OutboxEntry[]>

export const nothingPending: Pending = new Map()

export function pendingOf(outbox: readonly OutboxEntry[]): Pending {
  const changes = outbox.filter(({ request: { kind, targetId } }) => targetId !== undefined && isChange(kind ?? ''))
  return changes.length === 0 ? nothingPending : Map.groupBy(changes, (it) => it.request.targetId ?? '')
}

/** The entry as the person has changed it, before the server knows. A refused edit or delete is only mentioned. */
export function withPending(entry: Entry, pending: Pending): Entry {
  const changes = pending.get(entry.id)
  // A delete is final: an edit that still waits does not bring the post back.
  if (!changes || entry.deleted) return entry
  let shown = entry
  for (const change of changes) {
    if (change.request.kind === 'mark') shown = marked(shown, change)
    else shown = { ...(change.state === 'failed' ? shown : changed(shown, change)), change: viewOf(change) }
  }
  return shown
}

function changed(entry: Entry, { request }: OutboxEntry): Entry {
  if (request.kind === 'delete') return { ...withoutMarks(entry), deleted: true, edited: false, content: '' }
  return { ...entry, edited: true, ...saidBy(request.contentType ?? entry.contentType, request.content) }
}

function marked(entry: Entry, { request, state }: OutboxEntry): Entry {
  const mark = checkMark(request.contentType ?? '', request.content)
  if (entry.deleted || state === 'failed' || !mark.ok) return entry
  const shown = { ...withoutMarks(entry) }
  for (const key of ['pinned', 'done'] as const) {
    if (mark.values.has(key) ? mark.values.get(key) === true : entry[key]) shown[key] = true
  }
  return shown
}

function withoutMarks({ pinned: _pinned, done: _done, ...entry }: Entry): Entry {
  return entry
}

function viewOf(entry: OutboxEntry): PendingChange {
  const { messageId: id, kind, content } = entry.request
  return {
    ...{ id, kind: kind === 'delete' ? 'delete' : 'edit', content, state: entry.state },
    ...(entry.state === 'failed' ? { error: entry.error } : {}),
    ...(entry.heldUntil !== undefined && isUnseen(entry) ? { undoUntil: entry.heldUntil } : {}),
  }
}
