import {
  beginOffer,
  mayOffer,
  type Offer,
  offerRequest,
  type Senders,
  settleOffer,
} from '../../core/after-restore/give-back.ts'
import type { Message } from '../../protocol/message.ts'
import type { SendRequest, SendResult } from '../../protocol/send.ts'
import type { StoreState } from '../state.ts'
import type { DueOffer, Kept, Pair, Tables } from '../tables.ts'

const END = Number.POSITIVE_INFINITY
const CHUNK = 100

/** The one way to store a kept message: what is due stands in the queue, and nothing else does. */
export function putKept(tables: Tables, kept: Kept, before?: Offer): void {
  const { order, offer, entry } = kept
  tables.kept.put(kept)
  if (offer.state === 'due') tables.offers.put({ order, messageId: entry.message.messageId })
  else if (before?.state === 'due') tables.offers.delete(order)
}

/** The queue, oldest first, piece by piece. */
export async function* dueRequests(tables: Tables): AsyncGenerator<SendRequest[], void, undefined> {
  for (let from = 0; ; ) {
    const due = await tables.offers.first(from, END, CHUNK)
    const kept = await Promise.all(due.map((it: DueOffer) => tables.kept.byId(it.messageId)))
    yield kept.flatMap((it) => (it ? [offerRequest(it.entry.message)] : []))
    const last = due.at(-1)
    if (!last) return
    from = last.order + 1
  }
}

/** Queues the offers whose time has come. Answers how many, and whether others wait on. */
export async function queueOffers(tables: Tables, senders: Senders): Promise<{ offered: number; waiting: boolean }> {
  let offered = 0
  let waiting = false
  for (let from: Pair = [0, 0]; ; ) {
    const chunk = await tables.kept.first(from, [END, 0], CHUNK)
    for (const kept of chunk) {
      if (kept.offer.state !== 'waiting') continue
      if (mayOffer(kept.entry.message.senderDeviceId, senders)) {
        putKept(tables, { ...kept, offer: { state: 'due' } })
        offered++
      } else waiting = true
    }
    const last = chunk.at(-1)
    if (!last) return { offered, waiting }
    from = [last.behind, last.n + 1]
  }
}

export async function settleOffers(tables: Tables, results: readonly SendResult[]): Promise<void> {
  if ((await tables.kept.count()) === 0) return
  const kept = await Promise.all(results.map((it) => tables.kept.byId(it.messageId ?? '')))
  for (const [index, result] of results.entries()) {
    const before = kept[index]
    if (!before) continue
    const offer = settleOffer(before.offer, result)
    if (offer !== before.offer) putKept(tables, { ...before, offer }, before.offer)
  }
}

/**
 * Offers that the mother took and that have not come back, although this device is level with her: she went back once more,
 * to just where it stands. They are due again; the same messageId makes that safe.
 */
export async function offerLostAgain(tables: Tables): Promise<void> {
  for (let from: Pair = [0, 0]; ; ) {
    const chunk = await tables.kept.first(from, [END, 0], CHUNK)
    for (const kept of chunk) if (kept.offer.state === 'given') putKept(tables, { ...kept, offer: { state: 'due' } })
    const last = chunk.at(-1)
    if (!last) return
    from = [last.behind, last.n + 1]
  }
}

/**
 * What has come back is kept no longer, whoever sent it. A post that came back without the edit or the delete that this
 * device knows of leaves that behind, to be offered by itself.
 */
export async function dropReturned(
  tables: Tables,
  state: StoreState,
  added: readonly Message[],
  selfId: string,
): Promise<StoreState> {
  let { chance } = state
  for (const message of added) {
    const kept = await tables.kept.byId(message.messageId)
    if (!kept) continue
    const left = leftOver(kept, message, selfId)
    tables.kept.delete([kept.behind, kept.n])
    tables.offers.delete(kept.order)
    if (!left) continue
    putKept(tables, left)
    if (left.offer.state === 'waiting') chance ??= { since: null }
  }
  return { ...state, chance }
}

/** What is still only here of a kept message when `back` has come in under its id; null: nothing. */
export function leftOver({ change, entry, ...place }: Kept, back: Message, selfId: string): Kept | null {
  if (!change) return null
  const same = change.content === back.content && change.contentType === back.contentType
  if (change.kind === 'edit' && same) return null
  const offer = beginOffer(change.senderDeviceId === selfId)
  return { ...place, entry: { message: change, deleted: change.kind === 'delete' }, offer }
}
