import { createAfterRestore } from './after-restore/after-restore.ts'
import { chooseAndSaveColours, deviceListOf, devicesOf, saveFormer, saveListedAt } from './devices/devices.ts'
import { joinedOf, saveDevices, seeJoined } from './devices/joined.ts'
import { dismissNews, newsOf, saveNews } from './devices/news.ts'
import { draftsOf, saveDraft } from './drafts.ts'
import { createLaterPageReader } from './later-page-reader.ts'
import type { LocalStore } from './local-store.ts'
import { createPinReader } from './marks/pin-reader.ts'
import { allEntries, compose, restore, takeFailed } from './outbox/outbox.ts'
import { edit, mark, remove, undoRemove } from './outbox/own-changes.ts'
import { createReadMarks } from './read/read-marks.ts'
import { createSyncStore } from './sync-store.ts'
import type { Transactions } from './tables.ts'
import { createTimelineReader } from './timeline-reader.ts'

/** A device's storage over any set of tables. `deviceId` tells its own messages from those of others. */
export function createDeviceStore(deviceId: string, transactions: Transactions): LocalStore {
  const { read, write } = transactions
  const afterRestore = createAfterRestore(deviceId)

  return {
    ...createSyncStore(deviceId, transactions),
    ...createTimelineReader(read),
    ...createPinReader({ read, write }),
    ...createLaterPageReader({ read, write }),
    ...createReadMarks(deviceId, { read, write }),

    compose: (request, composedAt, { fromDraft = false, fresh = false } = {}) =>
      write((tables) => {
        if (fromDraft) saveDraft(tables, request.receiverDeviceId, '')
        return compose(tables, request, composedAt, { fresh })
      }),
    outbox: () => read(allEntries),
    composeAll: (written) =>
      write(async (tables) => {
        for (const { request, composedAt } of written) await compose(tables, request, composedAt)
      }),
    edit: (request, composedAt, fresh) => write((tables) => edit(tables, request, composedAt, fresh)),
    mark: (request, composedAt) => write((tables) => mark(tables, request, composedAt)),
    remove: (requests, composedAt, heldUntil) => write((tables) => remove(tables, requests, composedAt, heldUntil)),
    undoRemove: (deletion) => write((tables) => undoRemove(tables, deletion)),
    discard: (messageId) => write(async (tables) => (await takeFailed(tables, messageId)) !== null),
    restore: (entry) => write((tables) => restore(tables, entry)),
    retry: (failedMessageId, messageId, composedAt) =>
      write(async (tables) => {
        const failed = await takeFailed(tables, failedMessageId)
        return failed && compose(tables, { ...failed.request, messageId }, composedAt)
      }),

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
  }
}
