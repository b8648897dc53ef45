import { type StorageError, TransportError } from '../../core/ports.ts'
import { keepStream } from '../../files/bytes.ts'
import { type FileStore, isWhole } from '../../files/file-store.ts'
import { RoostError } from '../../protocol/error.ts'
import type { FileInfo } from '../../protocol/file-info.ts'
import type { FileTransport } from '../../transport/files.ts'
import type { FileStatus } from './device-files.ts'

export interface DownloadsDeps {
  files: FileStore
  transport: FileTransport
  now: () => number
  set: (fileId: string, status: FileStatus) => void
  /** Runs `work` while no other tab gets the same file. */
  alone: (fileId: string, work: () => Promise<void>) => Promise<void>
  /** A file has come: it may be the one too many. */
  grown: () => Promise<void>
}

const AT_ONCE = 2

/** Gets files from the server, a few at once, and goes on where a lost connection ended. */
export function createDownloads({ files, transport, now, set, alone, grown }: DownloadsDeps) {
  const running = new Map<string, Promise<void>>()
  const queue: (() => void)[] = []
  let free = AT_ONCE

  async function turn<T>(work: () => Promise<T>): Promise<T> {
    if (free > 0) free--
    else await new Promise<void>((resolve) => queue.push(resolve))
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else free++
    }
  }

  async function get({ fileId, name, type, size }: FileInfo): Promise<void> {
    const before = await files.get(fileId)
    if (before && isWhole(before))
      return set(fileId, before.upload ? { state: 'uploading', sent: 0 } : { state: 'here' })
    set(fileId, { state: 'downloading', held: before?.held ?? 0 })
    try {
      // The server knows, and says, before this device keeps anything of a file that is not there yet.
      const stream = await transport.read(fileId, before?.held ?? 0)
      await files.add({ fileId, name, type, size, usedAt: now() })
      const file = await files.get(fileId)
      if (!file) return
      await keepStream(files, { ...file, held: before?.held ?? 0 }, stream, (held) =>
        set(fileId, { state: 'downloading', held }),
      )
      set(fileId, { state: 'here' })
    } catch (error) {
      set(fileId, statusAfter(error))
      return
    }
    await grown()
  }

  return {
    /** Never rejects: the status says how it went. */
    start(file: FileInfo): Promise<void> {
      const present = running.get(file.fileId)
      if (present) return present
      const work = turn(() => alone(file.fileId, () => get(file)))
        .catch((error: unknown) => set(file.fileId, statusAfter(error)))
        .finally(() => running.delete(file.fileId))
      running.set(file.fileId, work)
      return work
    },
  }
}

function statusAfter(error: unknown): FileStatus {
  if (error instanceof RoostError && error.code === 'incomplete') return { state: 'onItsWay' }
  if (error instanceof RoostError && error.code === 'not_found') return { state: 'gone' }
  if (error instanceof TransportError || error instanceof RoostError) return { state: 'notFetched', why: 'network' }
  const full = error instanceof Error && error.name === 'StorageError' && (error as StorageError).reason === 'quota'
  return { state: 'notFetched', why: full ? 'room' : 'network' }
}
