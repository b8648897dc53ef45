import type { Applied } from '../core/ports.ts'
import { createAfterRestore } from './after-restore/after-restore.ts'
import { applyTo } from './apply.ts'
import { chooseAndSaveColours, deviceListOf, devicesOf, saveFormer, saveListedAt } from './devices/devices.ts'
import { joinedOf, saveDevices, seeJoined } from './devices/joined.ts'
import { dismissNews, newsOf, saveNews } from './devices/news.ts'
import { draftsOf, saveDraft } from './drafts.ts'
import { lastPage } from './history.ts'
import { isCurrent, type LastApply, lastApplyOf } from './last-apply.ts'
import { loadState, saveState } from './load-state.ts'
import type { LocalStore } from './local-store.ts'
import {
  allEntries,
  compose,
  dropArrived,
  dropGone,
  nextRequest,
  restore,
  sendLostAgain,
  settle,
  takeFailed,
} from './outbox.ts'
import { createReadMarks } from './read/read-marks.ts'
import { newState, positionOf } from './state.ts'
import type { Tables, Transactions } from './tables.ts'
import { createTimelineReader } from './timeline-reader.ts'

/** A device's storage over any set of tables. `deviceId` tells its own messages from those of others. */
export function createDeviceStore(deviceId: string, { read, write, close }: Transactions): LocalStore {
  const afterRestore = createAfterRestore(deviceId)
  let lastApply: LastApply | null = null

  return {
    ...createTimelineReader(read),
    ...createReadMarks(deviceId, { read, write }),

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

    finishRebuild: (generation) =>
      write(async (tables) => {
        const state = await loadState(tables)
        // Another tab has finished it or begun another one, and its result counts.
        if (state.building?.generation !== generation) return positionOf(state.present)
        const finished = await afterRestore.finishRebuild(tables, state, state.building)
        saveState(tables, finished)
        return positionOf(finished.present)
      }),

    compose: (request, composedAt, fromDraft = false) =>
      write((tables) => {
        if (fromDraft) saveDraft(tables, request.receiverDeviceId, '')
        return compose(tables, request, composedAt)
      }),
    outbox: () => read(allEntries),
    nextRequest: () => read((tables) => nextRequest(tables, afterRestore.dueRequests(tables))),
    settle: (results) =>
      write(async (tables) => {
        await afterRestore.settle(tables, await settle(tables, results))
      }),
    discard: (messageId) => write(async (tables) => (await takeFailed(tables, messageId)) !== null),
    restore: (entry) => write((tables) => restore(tables, entry)),
    retry: (failedMessageId, messageId, composedAt) =>
      write(async (tables) => {
        const failed = await takeFailed(tables, failedMessageId)
        return failed && compose(tables, { ...failed.request, messageId }, composedAt)
      }),

    async giveBack(now, waitMs) {
      // Asked often, and the answer is nearly always the same, so a read comes first.
      if ((await read(loadState)).waitForSenders === null) return { queued: 0, again: null }
      return write((tables) => afterRestore.queueDue(tables, now, waitMs))
    },
    orphans: () => read((tables) => tables.orphans.first([0, 0], [Number.POSITIVE_INFINITY, 0])),
    adoptOrphans: (orphans) => write(async (tables) => afterRestore.adopt(tables, orphans)),

    devices: () => read(devicesOf),
    joined: () => read(joinedOf),
    seeJoined: (deviceIds) => write((tables) => seeJoined(tables, deviceIds)),
    deviceList: () => read(deviceListOf),
    saveDevices: (devices, listedAt) =>
      write(async (tables) => {
        await saveDevices(tables, deviceId, devices)
        await chooseAndSaveColours(tables, devices)
        if (listedAt !== undefined) saveListedAt(tables, listedAt)
      }),
    saveFormer: (former) => write(async (tables) => saveFormer(tables, former)),
    saveListedAt: (at) => write(async (tables) => saveListedAt(tables, at)),

    drafts: () => read(draftsOf),
    saveDraft: (receiver, text) => write(async (tables) => saveDraft(tables, receiver, text)),

    saveNews: (news) => write((tables) => saveNews(tables, news)),
    news: () => read(newsOf),
    dismissNews: (upTo) => write((tables) => dismissNews(tables, upTo)),

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
