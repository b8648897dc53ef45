import type { Message } from '../../protocol/message.ts'
import type { SendRequest, SendResult } from '../../protocol/send.ts'
import type { StoreState } from '../state.ts'
import type { Pair, Tables } from '../tables.ts'
import { beginGiveBack, type GiveBack, requestOf, settleGiveBack } from './give-back.ts'
import type { Orphan } from './orphan.ts'

const END = Number.POSITIVE_INFINITY
const CHUNK = 100

/** The only way to store an orphan: the queue holds exactly those that are due. */
export function putOrphan(tables: Tables, orphan: Orphan, before?: GiveBack): void {
  const { order, giveBack, entry } = orphan
  tables.orphans.put(orphan)
  if (giveBack.state === 'due') tables.dueOrphans.put({ order, messageId: entry.message.messageId })
  else if (before?.state === 'due') tables.dueOrphans.delete(order)
}

/** Reads the queue in chunks, oldest first. */
export async function* dueRequests(tables: Tables): AsyncGenerator<SendRequest[], void, undefined> {
  for (let from = 0; ; ) {
    const due = await tables.dueOrphans.first(from, END, CHUNK)
    const orphans = await Promise.all(due.map((it) => tables.orphans.byId(it.messageId)))
    yield orphans.flatMap((it) => (it ? [requestOf(it.entry.message)] : []))
    const last = due.at(-1)
    if (!last) return
    from = last.order + 1
  }
}

export async function settleOrphans(tables: Tables, results: readonly SendResult[]): Promise<void> {
  if ((await tables.orphans.count()) === 0) return
  const orphans = await Promise.all(results.map((it) => tables.orphans.byId(it.messageId ?? '')))
  for (const [index, result] of results.entries()) {
    const before = orphans[index]
    if (!before) continue
    const giveBack = settleGiveBack(before.giveBack, result)
    if (isLostMark(before, giveBack)) {
      tables.orphans.delete([before.after, before.n])
      tables.dueOrphans.delete(before.order)
    } else if (giveBack !== before.giveBack) putOrphan(tables, { ...before, giveBack }, before.giveBack)
  }
}

/** A mark shows nothing of its own, so a refused one has no place to stay. After a conflict it comes in from elsewhere. */
const isLostMark = ({ entry }: Orphan, giveBack: GiveBack) =>
  entry.message.kind === 'mark' && giveBack.state === 'stays' && giveBack.because !== 'conflict'

/**
 * Queues again what the server stored but did not send back, although this device is level with it: the server was
 * restored once more, to exactly this device's cursor. The same messageId makes a second send safe.
 */
export async function queueGivenAgain(tables: Tables): Promise<void> {
  for await (const orphan of everyOrphan(tables)) {
    if (orphan.giveBack.state === 'given') putOrphan(tables, { ...orphan, giveBack: { state: 'due' } })
  }
}

/** In chunks, so that a transaction never holds them all in memory. */
export async function* everyOrphan(tables: Tables): AsyncGenerator<Orphan, void, undefined> {
  for (let from: Pair = [0, 0]; ; ) {
    const chunk = await tables.orphans.first(from, [END, 0], CHUNK)
    yield* chunk
    const last = chunk.at(-1)
    if (!last) return
    from = [last.after, last.n + 1]
  }
}

/**
 * Removes orphans that have come back, whichever device sent them. If a post came back without the edit, the delete
 * or the marks that this device knows, these become orphans of their own, one after the other.
 */
export async function dropReturned(
  tables: Tables,
  state: StoreState,
  added: readonly Message[],
  selfId: string,
): Promise<StoreState> {
  let { waitForSenders } = state
  for (const message of added) {
    const orphan = await tables.orphans.byId(message.messageId)
    if (!orphan) continue
    const left = leftOver(orphan, message, selfId)
    tables.orphans.delete([orphan.after, orphan.n])
    tables.dueOrphans.delete(orphan.order)
    if (!left) continue
    putOrphan(tables, left)
    if (left.giveBack.state === 'waiting') waitForSenders ??= { since: null }
  }
  return { ...state, waitForSenders }
}

/** The part of an orphan that only this device still holds once `back` has come in under its id; null: nothing. */
export function leftOver(
  { change, marks = [], entry, ...place }: Orphan,
  back: Message,
  selfId: string,
): Orphan | null {
  const same = change?.content === back.content && change.contentType === back.contentType
  const isNeeded = change !== undefined && !(change.kind === 'edit' && same)
  const [message, ...rest] = [...(isNeeded ? [change] : []), ...(change?.kind === 'delete' ? [] : marks)]
  if (!message) return null
  const giveBack = beginGiveBack(message.senderDeviceId === selfId)
  return {
    ...place,
    ...(rest.length > 0 && { marks: rest }),
    ...{ entry: { message, deleted: message.kind === 'delete' }, giveBack },
  }
}
