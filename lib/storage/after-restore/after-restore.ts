import type { Message } from '../../protocol/message.ts'
import type { SendResult } from '../../protocol/send.ts'
import type { Line, StoreState } from '../state.ts'
import type { Tables } from '../tables.ts'
import type { Orphan } from './orphan.ts'
import { dropReturned, dueRequests, putOrphan, queueGivenAgain, settleOrphans } from './queue.ts'
import { queueDue } from './queue-due.ts'
import { beginRebuild, finishRebuild } from './rebuild.ts'

type TakeOver = typeof import('./take-over.ts').takeOver

/** The way into this folder (README.md): each call happens inside the caller's transaction, except `loadFinish` and `takeOver`. */
export function createAfterRestore(selfId: string) {
  return {
    beginRebuild,
    /** Few devices ever need it, so the others do not load it. A transaction would not wait for the load. */
    async loadFinish() {
      const { findOrphans } = await import('./find-orphans.ts')
      return (tables: Tables, state: StoreState, built: Line) =>
        finishRebuild(tables, state, built, selfId, findOrphans)
    },

    /** The inbox has taken in `added`. `isLevel`: it has everything that the server has. Call it only if there are orphans. */
    async arrived(tables: Tables, state: StoreState, added: readonly Message[], isLevel: boolean): Promise<StoreState> {
      const after = await dropReturned(tables, state, added, selfId)
      if (isLevel) await queueGivenAgain(tables)
      return after
    },
    /** The orphans to send before the outbox, in chunks. */
    dueRequests,
    settle: (tables: Tables, results: readonly SendResult[]) => settleOrphans(tables, results),
    queueDue: (tables: Tables, now: number, waitMs: number) => queueDue(tables, selfId, now, waitMs),

    adopt(tables: Tables, orphans: readonly Orphan[]): void {
      for (const it of orphans) putOrphan(tables, it)
    },
    /** Few browsers need it, so the others do not load it. */
    async takeOver(...from: Parameters<TakeOver>): Promise<void> {
      await (await import('./take-over.ts')).takeOver(...from)
    },
  }
}
