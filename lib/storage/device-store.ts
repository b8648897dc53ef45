import type { Applied, DeviceStore } from '../core/ports.ts'
import type { TimelineReader } from '../core/timeline/timeline-reader.ts'
import type { Batch } from '../protocol/batch.ts'
import { dropReturned, offerLostAgain, putKept } from './after-restore/give-back-queue.ts'
import { devicesOf, offerKept } from './after-restore/queue-orphans.ts'
import { begin, finish } from './after-restore/rebuild.ts'
import { applyTo } from './apply.ts'
import { lastPage } from './history.ts'
import { type Remembered, remember, stillHolds } from './last-page.ts'
import { allEntries, compose, dropArrived, dropGone, nextRequest, sendLostAgain, settle, takeFailed } from './outbox.ts'
import { loadState, newState, positionOf, saveState } from './state.ts'
import type { Kept, Tables, Transactions } from './tables.ts'
import { createTimelineReader } from './timeline-reader.ts'

export interface LocalStore extends DeviceStore, TimelineReader {
  /** What only this device holds, in its order. */
  kept(): Promise<Kept[]>
  /** Adds what the storage of another device kept; the next rebuild judges it. */
  adoptKept(kept: readonly Kept[]): Promise<void>
}

/** What a device store means, over whatever keeps its tables. `deviceId` tells its own messages from those of others. */
export function createDeviceStore(deviceId: string, { read, write, close }: Transactions): LocalStore {
  let remembered: Remembered | null = null

  return {
    ...createTimelineReader(read),

    position: () => read(async (tables) => positionOf((await loadState(tables)).present)),

    async apply(batches: readonly Batch[], generation: number): Promise<Applied> {
      let left: Remembered | null = null
      const applied = await write(async (tables): Promise<Applied> => {
        const state = await loadState(tables)
        const { last, keeps, sends } =
          remembered && stillHolds(remembered, state)
            ? { last: remembered.last, keeps: 0, sends: 0 }
            : await lookAround(tables, generation)
        if (state.building || state.present.generation !== generation) {
          return { outcome: 'gap', position: positionOf(state.present), added: 0 }
        }
        const { outcome, line, added, last: end } = await applyTo(tables, state.present, last, batches)
        const { chance } = keeps > 0 ? await dropReturned(tables, state, added, deviceId) : state
        if (line !== state.present) saveState(tables, { ...state, present: line, chance })
        const isLevel = outcome === 'old' && batches.every((it) => it.head === line.cursor)
        if (sends > 0) {
          await dropArrived(tables, sends, added, deviceId)
          await sendLostAgain(tables, line, isLevel)
        }
        if (keeps > 0 && isLevel) await offerLostAgain(tables)
        if (keeps === 0 && sends === 0) left = remember({ ...state, present: line }, end)
        return { outcome, position: positionOf(line), added: added.length }
      })
      // Not before it is durable: a transaction that fails leaves nothing to remember.
      remembered = left
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
        const state = begin(tables, await loadState(tables), floor)
        saveState(tables, state)
        return positionOf(state.building)
      }),

    applyRebuild: (batches, generation): Promise<Applied> =>
      write(async (tables) => {
        const [state, last] = await Promise.all([loadState(tables), lastPage(tables, generation)])
        if (state.building?.generation !== generation) {
          return { outcome: 'gap', position: positionOf(state.building ?? state.present), added: 0 }
        }
        const { outcome, line, added } = await applyTo(tables, state.building, last, batches)
        if (line !== state.building) saveState(tables, { ...state, building: line })
        return { outcome, position: positionOf(line), added: added.length }
      }),

    finishRebuild: (generation) =>
      write(async (tables) => {
        const state = await loadState(tables)
        // Another tab was faster, or began anew: what it left is what counts.
        if (state.building?.generation !== generation) return positionOf(state.present)
        const finished = await finish(tables, state, state.building, deviceId)
        saveState(tables, finished)
        return positionOf(finished.present)
      }),

    compose: (request, composedAt) => write((tables) => compose(tables, request, composedAt)),
    outbox: () => read(allEntries),
    nextRequest: () => read(nextRequest),
    settle: (results) => write((tables) => settle(tables, results)),
    discard: (messageId) => write(async (tables) => (await takeFailed(tables, messageId)) !== null),
    retry: (failedMessageId, messageId, composedAt) =>
      write(async (tables) => {
        const failed = await takeFailed(tables, failedMessageId)
        return failed && compose(tables, { ...failed.request, messageId }, composedAt)
      }),

    async offerKept(now, chanceMs) {
      // Asked often, with an answer that seldom changes anything.
      if ((await read(loadState)).chance === null) return { offered: 0, again: null }
      return write((tables) => offerKept(tables, deviceId, now, chanceMs))
    },

    kept: () => read((tables) => tables.kept.first([0, 0], [Number.POSITIVE_INFINITY, 0])),
    adoptKept: (kept) =>
      write(async (tables) => {
        for (const it of kept) putKept(tables, it)
      }),

    devices: () => read(devicesOf),
    saveDevices: (devices) => write(async (tables) => tables.meta.put({ name: 'devices', devices })),

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

/** All at once: an answer that has come waits until the page is done with whatever it draws, each time anew. */
async function lookAround(tables: Tables, generation: number) {
  const [last, keeps, sends] = await Promise.all([
    lastPage(tables, generation),
    tables.kept.count(),
    tables.outbox.count(),
  ])
  return { last, keeps, sends }
}
