import { fitRequest } from '../../core/outbox/outbox.ts'
import { isHeld } from '../../core/outbox/own-change.ts'
import type { OutboxEntry } from '../../core/ports.ts'
import type { SendRequest } from '../../protocol/send.ts'
import type { Tables } from '../tables.ts'

const END = Number.POSITIVE_INFINITY
const CHUNK = 100

/** A message to send; `entry` where it comes from the outbox. */
export interface Chosen {
  request: SendRequest
  entry: OutboxEntry | null
}

/** `first`: the messages to send before the outbox, in chunks. */
export async function chooseNext(
  tables: Tables,
  first: AsyncIterable<readonly SendRequest[]>,
  now: number,
): Promise<Chosen[]> {
  const waiting: Chosen[] = []
  for await (const chosen of waitingMessages(tables, first, now)) {
    waiting.push(...chosen)
    const fitting = fitRequest(waiting)
    if (fitting < waiting.length) return waiting.slice(0, fitting)
  }
  return waiting
}

async function* waitingMessages(
  tables: Tables,
  first: AsyncIterable<readonly SendRequest[]>,
  now: number,
): AsyncGenerator<Chosen[], void, undefined> {
  for await (const requests of first) yield requests.map((request) => ({ request, entry: null }))
  const hasOrphans = (await tables.orphans.count()) > 0
  for (let from = 0; ; ) {
    const chunk = await tables.outbox.first(from, END, CHUNK)
    const chosen: Chosen[] = []
    for (const entry of chunk) {
      if (entry.state !== 'waiting' || isHeld(entry, now)) continue
      if (hasOrphans && (await waitsForTarget(tables, entry))) continue
      chosen.push({ request: withComposedAt(entry), entry })
    }
    yield chosen
    const last = chunk.at(-1)
    if (!last) return
    from = last.seq + 1
  }
}

/** The server lost the post in a restore, and its sender may still give it back. Until then it knows no such post. */
async function waitsForTarget(tables: Tables, { request: { targetId } }: OutboxEntry): Promise<boolean> {
  const target = targetId === undefined ? undefined : await tables.orphans.byId(targetId)
  return target?.giveBack.state === 'waiting'
}

/** A clock that is set before 1970 says nothing. The server would refuse the message for it. */
function withComposedAt({ request, composedAt }: OutboxEntry): SendRequest {
  return Number.isSafeInteger(composedAt) && composedAt >= 0 ? { ...request, composedAt } : request
}

/** The server may learn of these from now on. */
export function noteLeft(tables: Tables, chosen: readonly Chosen[]): void {
  for (const { entry } of chosen) {
    if (!entry?.fresh) continue
    const { fresh: _, ...left } = entry
    tables.outbox.put(left)
  }
}

/** When the next held message is due, in ms since the epoch; null when none is held. */
export async function nextDueAt(tables: Tables, now: number): Promise<number | null> {
  let due: number | null = null
  for (const entry of await tables.outbox.first(0, END)) {
    if (entry.state !== 'waiting' || entry.heldUntil === undefined || !isHeld(entry, now)) continue
    due = Math.min(due ?? END, entry.heldUntil)
  }
  return due
}
