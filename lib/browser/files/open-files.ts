import { clock } from '../../core/clock.ts'
import type { Device, OpenedStore } from '../../core/device.ts'
import type { DeviceState } from '../../core/device-state.ts'
import { newMessageId } from '../../core/new-message-id.ts'
import type { Unsent } from '../../core/outbox/composer.ts'
import type { RoostOptions } from '../../core/roost-options.ts'
import { bytesOf } from '../../files/bytes.ts'
import { isWhole } from '../../files/file-store.ts'
import { keptBytes, makeRoom } from '../../files/make-room.ts'
import { openMemoryFiles } from '../../memory/files.ts'
import type { FileInfo } from '../../protocol/file-info.ts'
import { createFileTransport } from '../../transport/files.ts'
import type { Channel } from '../shared/channel.ts'
import { fileAddress } from '../shared/file-address.ts'
import { fileLock, uploadLock, withLock } from '../shared/locks.ts'
import { filesOf } from '../shared/open-files.ts'
import { AUTOMATIC_BYTES, type DeviceFiles } from './device-files.ts'
import { createDownloads } from './downloads.ts'
import { keptLimit } from './kept-limit.ts'
import { reopeningStore } from './reopening-store.ts'
import { sendFiles } from './send-files.ts'
import { createStatuses } from './statuses.ts'
import { sweepCopies } from './sweep-copies.ts'
import { createUploads } from './uploads.ts'

export interface OpenFilesDeps {
  options: RoostOptions
  deviceId: string
  token: string
  storage: OpenedStore['storage']
  device: Pick<Device, 'getState' | 'subscribe'>
  compose: (message: Unsent, fromDraft?: boolean) => Promise<void>
  channel: Channel
}

/** In these states a tab asks the server for nothing. */
const QUIET: readonly DeviceState['connection']['state'][] = [
  'offline',
  'switchedOff',
  'following',
  'signedOut',
  'revoked',
]

/** The files of a tab's device. Nothing of it is needed for the first picture, so it loads later. */
export async function openFiles(deps: OpenFilesDeps): Promise<OpenedFiles> {
  const { options, deviceId, token, device, channel } = deps
  const durable = filesOf(options, deviceId)
  const files = deps.storage === 'memory' ? openMemoryFiles() : reopeningStore(durable.open, durable.close)
  const statuses = createStatuses()
  const limit = keptLimit(options)
  const transport = (signal?: AbortSignal) => createFileTransport(options.serverUrl, token, signal)
  const end = new AbortController()

  async function reread(fileId: string): Promise<void> {
    statuses.read(fileId, await files.get(fileId))
  }
  function tell(fileId: string, sent?: number): void {
    channel.announce({ type: 'file', fileId, ...(sent === undefined ? {} : { sent }) })
  }

  const uploads = createUploads({
    ...{ files, transport, clock, random: Math.random },
    alone: (signal, work) => withLock(uploadLock(options, deviceId), signal, work),
    progress(fileId, sent) {
      if (sent === null) void reread(fileId).catch(() => {})
      else statuses.set(fileId, { state: 'uploading', sent })
      tell(fileId, sent ?? undefined)
    },
  })

  const downloads = createDownloads({
    ...{ files, transport: transport(end.signal), now: clock.now, set: statuses.set },
    async alone(fileId, work) {
      await withLock(fileLock(options, deviceId, fileId), end.signal, work)
      tell(fileId)
    },
    grown: () => keepWithin(limit.get()),
  })

  async function keepWithin(most: number): Promise<void> {
    for (const fileId of await makeRoom(files, most)) {
      await reread(fileId)
      tell(fileId)
    }
  }

  /** Small files come by themselves, once this tab may ask for them. */
  function look(): void {
    const { connection, timeline } = device.getState()
    if (connection.state !== 'live') return
    for (const { files: carried = [], deleted } of timeline.entries) {
      for (const it of deleted ? [] : carried) {
        const { state } = statuses.get(it.fileId)
        const asks = state === 'away' || state === 'notFetched'
        if (asks && it.size <= AUTOMATIC_BYTES) void downloads.start(it)
      }
    }
  }

  function connectionIs({ state }: DeviceState['connection']): void {
    uploads.allow(!QUIET.includes(state))
    look()
  }

  for (const file of await files.list().catch(() => [])) statuses.read(file.fileId, file)
  await sweepCopies(files, clock.now()).catch(() => {})

  const stops = [
    device.subscribe((it) => it.connection, connectionIs),
    device.subscribe((it) => it.timeline.entries, look),
    channel.listen((it) => {
      if (it.type !== 'file') return
      if (it.sent !== undefined) return statuses.set(it.fileId, { state: 'uploading', sent: it.sent })
      void reread(it.fileId).catch(() => {})
      uploads.kick()
    }),
  ]
  connectionIs(device.getState().connection)

  return {
    async send(message, fromDraft) {
      const sent: string[] = []
      const newId = () => {
        sent.push(newMessageId())
        return sent.at(-1) as string
      }
      async function compose(...composed: Parameters<OpenFilesDeps['compose']>): Promise<void> {
        // The row of the message finds the bytes here from its first moment on.
        await Promise.all(sent.map(reread))
        await deps.compose(...composed)
      }
      await sendFiles({ files, now: clock.now, newId, compose }, message, fromDraft)
      for (const fileId of sent) tell(fileId)
      uploads.kick()
    },
    status: statuses.get,
    subscribe: statuses.subscribe,
    download: downloads.start,
    async uploadAgain(fileId) {
      await files.change(fileId, { upload: { state: 'waiting' } })
      await reread(fileId)
      tell(fileId)
      uploads.kick()
    },
    async opened(fileId) {
      await files.change(fileId, { usedAt: clock.now() })
    },
    async blob({ fileId, type, size }) {
      const file = await files.get(fileId)
      if (!file || !isWhole(file)) return null
      const parts: BlobPart[] = []
      // A Blob for each chunk: the browser may keep it on disk.
      for await (const part of bytesOf(files, fileId, 0, size)) parts.push(new Blob([part]))
      return new Blob(parts, { type })
    },
    addressOf: ({ fileId }: FileInfo) =>
      deps.storage === 'durable' && globalThis.navigator?.serviceWorker?.controller
        ? fileAddress(deviceId, fileId)
        : null,
    room: async () => ({ kept: keptBytes(await files.list()), limit: limit.get() }),
    async setLimit(most) {
      limit.set(most)
      await keepWithin(most)
    },
    arrived(fileId) {
      const { state } = statuses.get(fileId)
      if (state !== 'onItsWay' && state !== 'gone') return
      statuses.set(fileId, { state: 'away' })
      look()
    },
    close() {
      for (const stop of stops) stop()
      uploads.allow(false)
      end.abort()
      files.close()
    },
  }
}

export interface OpenedFiles extends DeviceFiles {
  /** The server says that it has all of a file now. */
  arrived(fileId: string): void
}
