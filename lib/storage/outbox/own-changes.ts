import { isUnseen } from '../../core/outbox/own-change.ts'
import type { ChangeRequest, Deletion, OutboxEntry } from '../../core/ports.ts'
import { checkMark, MARK_CONTENT_TYPE } from '../../protocol/mark.ts'
import type { SendRequest } from '../../protocol/send.ts'
import type { Tables } from '../tables.ts'
import { allEntries, compose, restore } from './outbox.ts'

/** Finds the entries that edit, delete or mark one of these posts, oldest first. */
async function changesOf(tables: Tables, targets: ReadonlySet<string>): Promise<OutboxEntry[]> {
  return (await allEntries(tables)).filter(
    ({ request: { targetId } }) => targetId !== undefined && targets.has(targetId),
  )
}

const withText = (entry: OutboxEntry, { content, contentType }: SendRequest): OutboxEntry => ({
  ...entry,
  request: { ...entry.request, content, ...(contentType === undefined ? {} : { contentType }) },
})

/**
 * Edits a post. If the post, or an earlier edit of it, has not left the device, that takes the new text. So nothing is
 * sent that has been replaced already.
 */
export async function edit(tables: Tables, request: ChangeRequest, composedAt: number, fresh: boolean): Promise<void> {
  const post = await tables.outbox.byId(request.targetId)
  if (post && isUnseen(post)) return tables.outbox.put(withText(post, request))
  const edits = (await changesOf(tables, new Set([request.targetId]))).filter((it) => it.request.kind === 'edit')
  for (const it of edits) if (it.state === 'failed') tables.outbox.delete(it.seq)
  const last = edits.at(-1)
  if (last && isUnseen(last)) tables.outbox.put({ ...withText(last, request), composedAt })
  else await compose(tables, request, composedAt, { fresh })
}

/** Marks a post. A mark of it that has not left the device says the new thing, too, so taps in a row are one message. */
export async function mark(tables: Tables, request: ChangeRequest, composedAt: number): Promise<void> {
  const last = (await changesOf(tables, new Set([request.targetId]))).findLast((it) => it.request.kind === 'mark')
  const content = last && isUnseen(last) ? bothMarks(last.request.content, request.content) : null
  if (last && content !== null) tables.outbox.put({ ...withText(last, { ...request, content }), composedAt })
  else await compose(tables, request, composedAt, { fresh: true })
}

/** Null: together they are too large for one mark. */
function bothMarks(first: string, second: string): string | null {
  const content = JSON.stringify({ ...JSON.parse(first), ...JSON.parse(second) })
  return checkMark(MARK_CONTENT_TYPE, content).ok ? content : null
}

/** Deletes posts by these requests, which are held until then. Posts that have never left the device leave it at once. */
export async function remove(
  tables: Tables,
  requests: readonly ChangeRequest[],
  composedAt: number,
  heldUntil: number,
): Promise<Deletion> {
  const held: string[] = []
  const dropped: OutboxEntry[] = []
  for (const request of requests) {
    const post = await tables.outbox.byId(request.targetId)
    if (post && (isUnseen(post) || post.state === 'failed')) {
      tables.outbox.delete(post.seq)
      dropped.push(post)
    } else {
      await compose(tables, request, composedAt, { fresh: true, heldUntil })
      held.push(request.messageId)
    }
  }
  return { held, dropped }
}

/** Takes deletes back that have not left the device. Answers whether all of them came back. */
export async function undoRemove(tables: Tables, { held, dropped }: Deletion): Promise<boolean> {
  let all = true
  for (const messageId of held) {
    const entry = await tables.outbox.byId(messageId)
    if (entry && isUnseen(entry)) tables.outbox.delete(entry.seq)
    else all = false
  }
  for (const entry of dropped) await restore(tables, entry)
  return all
}

/** The server has refused these posts. It knows nothing of them, so their changes cannot follow: they happen here. */
export async function changeRefused(tables: Tables, refused: readonly OutboxEntry[]): Promise<void> {
  const posts = new Map(refused.map((it) => [it.request.messageId, it]))
  for (const change of await changesOf(tables, new Set(posts.keys()))) {
    const { targetId = '', kind } = change.request
    const post = posts.get(targetId)
    tables.outbox.delete(change.seq)
    if (!post) continue
    if (kind === 'edit') {
      posts.set(targetId, withText(post, change.request))
      tables.outbox.put(withText(post, change.request))
    }
    if (kind !== 'delete') continue
    posts.delete(targetId)
    tables.outbox.delete(post.seq)
  }
}
