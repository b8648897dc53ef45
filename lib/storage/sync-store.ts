import type { Applied, DeviceStore } from '../core/ports.ts'
import { createAfterRestore } from './after-restore/after-restore.ts'
import { applyTo } from './apply.ts'
import { lastPage } from './history.ts'
import { isCurrent, type LastApply, lastApplyOf } from './last-apply.ts'
import { loadState, saveState } from './load-state.ts'
import { chooseNext, nextDueAt, noteLeft } from './outbox/next-request.ts'
import { dropArrived, dropGone, sendLostAgain, settle } from './outbox/outbox.ts'
import { changeRefused } from './outbox/own-changes.ts'
import { newState, positionOf } from './state.ts'
import type { Tables, Transactions } from './tables.ts'

/** The part of a store that comes level and sends. The service worker opens no more than this. */
export type SyncStore = Pick<
  DeviceStore,
  | 'position'
  | 'apply'
  | 'skipTo'
  | 'rebuilding'
  | 'beginRebuild'
  | 'applyRebuild'
  | 'finishRebuild'
  | 'nextRequest'
  | 'nextDueAt'
  | 'settle'
  | 'giveBack'
  | 'wipe'
  | 'close'
>

/** This part of a device's storage, over any set of tables. */
export function createSyncStore(deviceId: string, { read, write, close }: Transactions): SyncStore {
  const afterRestore = createAfterRestore(deviceId)
  let lastApply: LastApply | null = null

  return {
    position: () => read(async (tables) => positionOf((await loadState(tables)).present)),

    async apply(batches, generation) {
      let next: LastApply | null = null
      const applied = await write(async (tables): Promise<Applied> => {
        const state = await loadState(tables)
        const before =
          lastApply && isCurrent(lastApply, state)
            ? { lastPage: lastApply.lastPage, orphans: 0, entries: 0 }
            : await readBeforeApply(tables, generation)
        if (state.building || state.present.generation !== generation) {
          return { outcome: 'gap', position: positionOf(state.present), added: 0 }
        }
        const { outcome, line, added, last } = await applyTo(tables, state.present, before.lastPage, batches, deviceId)
        const isLevel = outcome === 'old' && batches.every((it) => it.head === line.cursor)
        const after = before.orphans > 0 ? await afterRestore.arrived(tables, state, added, isLevel) : state
        if (line !== state.present) saveState(tables, { ...after, present: line })
        if (before.entries > 0) {
          await dropArrived(tables, before.entries, added, deviceId)
          await sendLostAgain(tables, line, isLevel)
        }
        if (before.orphans === 0 && before.entries === 0) next = lastApplyOf({ ...state, present: line }, last)
        return { outcome, position: positionOf(line), added: added.length }
      })
      // Only once it is durable: a transaction that failed has left nothing.
      lastApply = next
      return applied
    },

    skipTo: (floor) =>
      write(async (tables) => {
        const state = await loadState(tables)
        if (floor <= state.present.cursor) return positionOf(state.present)
        const present = { ...state.present, cursor: floor, digest: null, goneUpTo: floor }
        saveState(tables, { ...state, present })
        await dropGone(tables, floor)
        return positionOf(present)
      }),

    rebuilding: () =>
      read(async (tables) => {
        const { building } = await loadState(tables)
        return building && positionOf(building)
      }),

    beginRebuild: (floor) =>
      write(async (tables) => {
        const state = afterRestore.beginRebuild(tables, await loadState(tables), floor)
        saveState(tables, state)
        return positionOf(state.building)
      }),

    applyRebuild: (batches, generation) =>
      write(async (tables): Promise<Applied> => {
        const [state, last] = await Promise.all([loadState(tables), lastPage(tables, generation)])
        if (state.building?.generation !== generation) {
          return { outcome: 'gap', position: positionOf(state.building ?? state.present), added: 0 }
        }
        const { outcome, line, added } = await applyTo(tables, state.building, last, batches, deviceId)
        if (line !== state.building) saveState(tables, { ...state, building: line })
        return { outcome, position: positionOf(line), added: added.length }
      }),

    async finishRebuild(generation) {
      const finish = await afterRestore.loadFinish()
      return write(async (tables) => {
        const state = await loadState(tables)
        // Another tab has finished it or begun another one, and its result counts.
        if (state.building?.generation !== generation) return positionOf(state.present)
        const finished = await finish(tables, state, state.building)
        saveState(tables, finished)
        return positionOf(finished.present)
      })
    },

    async nextRequest(now) {
      const choose = (tables: Tables) => chooseNext(tables, afterRestore.dueRequests(tables), now)
      // A second try, and the look that finds nothing more, write nothing.
      let chosen = await read(choose)
      if (chosen.some((it) => it.entry?.fresh)) {
        chosen = await write(async (tables) => {
          const leaving = await choose(tables)
          noteLeft(tables, leaving)
          return leaving
        })
      }
      return chosen.map((it) => it.request)
    },
    nextDueAt: (now) => read((tables) => nextDueAt(tables, now)),
    settle: (results) =>
      write(async (tables) => {
        const { counting, refused } = await settle(tables, results)
        if (refused.length > 0) await changeRefused(tables, refused)
        await afterRestore.settle(tables, counting)
      }),

    async giveBack(now, waitMs) {
      // Asked often, and the answer is nearly always the same, so a read comes first.
      if ((await read(loadState)).waitForSenders === null) return { queued: 0, again: null }
      return write((tables) => afterRestore.queueDue(tables, now, waitMs))
    },
    wipe: () =>
      write(async (tables) => {
        const { lastGeneration } = await loadState(tables)
        for (const table of Object.values(tables)) table.clear()
        // A new generation, so that a batch still on its way to the old one finds nothing to apply to.
        saveState(tables, newState(lastGeneration + 1))
      }),
    close,
  }
}

/** Asks for everything at once, because in a browser each answer waits until the page has finished drawing. */
async function readBeforeApply(tables: Tables, generation: number) {
  const [last, orphans, entries] = await Promise.all([
    lastPage(tables, generation),
    tables.orphans.count(),
    tables.outbox.count(),
  ])
  return { lastPage: last, orphans, entries }
}
